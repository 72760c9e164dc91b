package io.sillok.engines;

import io.sillok.engines.EngineFailure.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A program and its arguments.
record Command(List<String> words) {

    private static final List<String> INHERITED =
            List.of("PATH", "HOME", "TMPDIR", "LD_LIBRARY_PATH");

    Command {
        words = List.copyOf(words);
    }

    static Command of(String... words) {
        return new Command(List.of(words));
    }

    /// The same in a session of its own, where the Ctrl-C that is meant for the launcher does not
    /// reach it.
    Command inOwnSession() {
        return Machine.program("setsid").map(setsid -> after(setsid.toString())).orElse(this);
    }

    /// The same for a program that refuses root: inside a user namespace that maps nobody, root is
    /// not root.
    Command notAsRoot(String engine) {
        if (!Machine.runsAsRoot()) {
            return this;
        }
        var unshare = Machine.program("unshare").map(Path::toString);
        if (unshare.isEmpty() || !of(unshare.get(), "-U", "true").run(Path.of("/")).succeeded()) {
            throw new EngineFailure(
                    Reason.NOT_PERMITTED,
                    engine
                            + " refuses to run as root and this machine allows no user namespaces: start as an ordinary user");
        }
        return after(unshare.get(), "-U");
    }

    /// Starts this with all that it prints appended to a log file.
    Process start(Path folder, Path log) throws IOException {
        var everything = ProcessBuilder.Redirect.appendTo(log.toFile());
        return builder().directory(folder.toFile()).redirectOutput(everything).start();
    }

    /// Runs this, which must be short, to its end.
    Outcome run(Path folder) {
        return run(folder, Path.of("/dev/null"));
    }

    /// Runs this, which must be short, to its end with a file as its input.
    Outcome run(Path folder, Path input) {
        try {
            var builder = builder().directory(folder.toFile()).redirectInput(input.toFile());
            var process = builder.start();
            var output = process.getInputStream().readAllBytes();
            return new Outcome(process.waitFor(), new String(output, StandardCharsets.UTF_8));
        } catch (IOException e) {
            return new Outcome(-1, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome(-1, "interrupted");
        }
    }

    private Command after(String... prefix) {
        var whole = new ArrayList<>(List.of(prefix));
        whole.addAll(words);
        return new Command(whole);
    }

    /// A child sees little of our environment, so that no setting of the caller's shell reaches an
    /// engine by accident.
    private ProcessBuilder builder() {
        var builder = new ProcessBuilder(words).redirectErrorStream(true);
        var environment = builder.environment();
        var ours = Map.copyOf(environment);
        environment.clear();
        for (var name : INHERITED) {
            if (ours.containsKey(name)) {
                environment.put(name, ours.get(name));
            }
        }
        environment.put("LC_ALL", "C.UTF-8");
        environment.put("TZ", "UTC");
        return builder;
    }

    /// How a command ended, and all that it printed.
    record Outcome(int status, String output) {
        boolean succeeded() {
            return status == 0;
        }
    }
}
