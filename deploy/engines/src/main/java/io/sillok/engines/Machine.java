package io.sillok.engines;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What this machine has to offer: its programs and its user.
final class Machine {

    private static final List<String> ALSO_SEARCHED =
            List.of("/usr/local/sbin", "/usr/sbin", "/sbin", "/opt/homebrew/sbin");

    private Machine() {}

    /// The `java` that runs this code.
    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    static boolean runsAsRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    /// A program on the `PATH`, or where daemons are installed.
    static Optional<Path> program(String name) {
        var path = System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1);
        return Stream.concat(Stream.of(path), ALSO_SEARCHED.stream())
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
