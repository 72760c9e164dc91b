package io.sillok.standalone.cli;

import io.sillok.standalone.console.Console;
import java.nio.file.Path;
import java.util.Map;

/// What a command finds around it.
///
/// @param folder where relative paths start
/// @param home where the default data folder is
public record Surroundings(
        Console console, Map<String, String> environment, Path folder, Path home) {

    /// The system property by which the launcher says where it is.
    private static final String HOME = "sillok.home";

    public Surroundings {
        environment = Map.copyOf(environment);
    }

    static Surroundings ofProcess() {
        var folder = Path.of("").toAbsolutePath();
        var home = System.getProperty(HOME);
        return new Surroundings(
                Console.ofProcess(),
                System.getenv(),
                folder,
                home == null ? folder : folder.resolve(home).normalize());
    }
}
