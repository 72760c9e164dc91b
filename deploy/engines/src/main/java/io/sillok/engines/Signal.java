package io.sillok.engines;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A POSIX signal.
enum Signal {
    TERM,
    INT,
    STOP,
    CONT;

    /// Sends this to those of the processes that run.
    void send(List<ProcessHandle> processes) {
        // The shell has `kill` built in; the program of that name is not installed everywhere.
        var words =
                new ArrayList<>(
                        List.of("sh", "-c", "for id; do kill -s " + this + " $id; done", "sh"));
        processes.stream()
                .filter(ProcessHandle::isAlive)
                .map(process -> Long.toString(process.pid()))
                .forEach(words::add);
        new Command(words).run(Path.of("/"));
    }

    /// A process and everything it started.
    static List<ProcessHandle> family(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants()).toList();
    }
}
