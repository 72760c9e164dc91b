package io.sillok.standalone.settings;

import io.sillok.standalone.LaunchFailure;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/// The value of a setting and where it was said.
///
/// Every reading method throws a [LaunchFailure] that names that place.
record Given(Setting setting, String value, String place) {

    private static final int HIGHEST_PORT = 65_535;
    private static final int MOST = 1_000_000;

    int port() {
        return (int) number(0, HIGHEST_PORT);
    }

    int amount() {
        return (int) number(1, MOST);
    }

    long bytes(long most) {
        return number(1, most);
    }

    long tokens() {
        return number(0, Long.MAX_VALUE);
    }

    /// Relative paths start at a folder.
    Path path(Path start) {
        try {
            return start.resolve(value).toAbsolutePath().normalize();
        } catch (InvalidPathException _) {
            throw refused("not a path");
        }
    }

    URI url() {
        try {
            var url = URI.create(value);
            if (url.getHost() != null) {
                return url;
            }
        } catch (IllegalArgumentException _) {
            // the same answer
        }
        throw refused("a URL such as http://127.0.0.1:9200 is needed");
    }

    LaunchFailure refused(String need) {
        return new LaunchFailure("%s: '%s' will not do, %s".formatted(place, shown(), need));
    }

    private String shown() {
        return setting.isSecret() ? "***" : value;
    }

    private long number(long from, long to) {
        try {
            var number = Long.parseLong(value);
            if (number >= from && number <= to) {
                return number;
            }
        } catch (NumberFormatException _) {
            // the same answer
        }
        throw refused("a number from %d to %d is needed".formatted(from, to));
    }
}
