package io.sillok.engines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// A process beyond doubt: ids are used again, so its start belongs to it.
///
/// On Linux the start is counted in ticks since the boot that is named, because the clock, and with
/// it the start as an instant, may be moved while the process runs. Elsewhere it is that instant.
record ProcessIdentity(long pid, String start) {

    private static final int START_TIME = 22;

    static Optional<ProcessIdentity> of(ProcessHandle process) {
        return startOf(process).map(start -> new ProcessIdentity(process.pid(), start));
    }

    /// The inverse of [#line()].
    static Optional<ProcessIdentity> parse(String line) {
        var parts = line.strip().split(" ", -1);
        if (parts.length != 2 || !parts[0].matches("[1-9][0-9]{0,17}")) {
            return Optional.empty();
        }
        return Optional.of(new ProcessIdentity(Long.parseLong(parts[0]), parts[1]));
    }

    String line() {
        return pid + " " + start;
    }

    /// The process itself, unless it is gone or its id belongs to another one now.
    Optional<ProcessHandle> find() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process -> of(process).equals(Optional.of(this)));
    }

    private static Optional<String> startOf(ProcessHandle process) {
        var stat = Path.of("/proc", Long.toString(process.pid()), "stat");
        if (!Files.exists(Path.of("/proc/self/stat"))) {
            return process.info().startInstant().map(Object::toString);
        }
        try {
            var boot = Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip();
            return Optional.of(ticks(Files.readString(stat)) + "@" + boot);
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    /// The program's name, in parentheses, may hold anything; the fields after it are separated by
    /// one space.
    private static String ticks(String stat) {
        var afterName = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return afterName[START_TIME - 3];
    }
}
