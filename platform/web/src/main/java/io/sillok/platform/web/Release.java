package io.sillok.platform.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/// What the build wrote down about itself.
///
/// @param version of the platform
/// @param swaggerUi version of the Swagger UI inside
public record Release(String version, String swaggerUi) {

    private static final String FILE = "release.properties";

    /// The release that is running.
    public static Release current() {
        try (InputStream file = Release.class.getResourceAsStream(FILE)) {
            Properties properties = new Properties();
            properties.load(file);
            return new Release(
                    properties.getProperty("version", "unknown"),
                    properties.getProperty("swagger-ui", "unknown"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
