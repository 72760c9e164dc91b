package io.sillok.engines;

import io.sillok.engines.EngineFailure.Reason;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The folder with the programs of the engines, which the build assembles as `target/engines`:
/// `kafka/lib`, `opensearch` and `postgres`. It is only read.
public record EnginesHome(Path path) {

    /// The system property that names the folder.
    public static final String PROPERTY = "sillok.engines.home";

    public EnginesHome {
        path = path.toAbsolutePath().normalize();
    }

    /// The folder that [#PROPERTY] names; without it the one beside this module's jar or classes.
    public static EnginesHome locate() {
        var named = System.getProperty(PROPERTY);
        return new EnginesHome(named == null ? besideThisCode() : Path.of(named));
    }

    /// A file or folder of an engine.
    Path require(String engine, String relative) {
        var part = path.resolve(relative);
        if (Files.exists(part)) {
            return part;
        }
        throw new EngineFailure(
                Reason.NOT_INSTALLED,
                engine
                        + " is missing at "
                        + part
                        + ": build the module deploy/engines, or name its folder with -D"
                        + PROPERTY);
    }

    private static Path besideThisCode() {
        try {
            var code = EnginesHome.class.getProtectionDomain().getCodeSource().getLocation();
            return Path.of(code.toURI()).resolveSibling("engines");
        } catch (URISyntaxException e) {
            throw new IllegalStateException("this code has no place in a file system", e);
        }
    }
}
