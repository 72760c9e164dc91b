package io.sillok.standalone.cli;

import io.sillok.platform.web.access.SigningKeys;
import io.sillok.platform.web.access.TokenIssuer;
import io.sillok.standalone.Issuing;
import io.sillok.standalone.LaunchFailure;
import io.sillok.standalone.home.Layout;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The keys that the platform of a data folder signs its tokens with.
final class Keys {

    private Keys() {}

    /// @throws LaunchFailure when no platform was ever started there, or its keys may not be read
    static SigningKeys of(Path data) {
        var keys = new Layout(data).keys();
        if (!Files.isDirectory(keys)) {
            throw new LaunchFailure(
                    "no platform has run on %s yet: start one with sillok up, or name its folder with --data"
                            .formatted(data));
        }
        try {
            return SigningKeys.in(keys);
        } catch (UncheckedIOException e) {
            throw new LaunchFailure(
                    "the signing keys in %s cannot be read by user %s"
                            .formatted(keys, System.getProperty("user.name")),
                    e);
        }
    }

    /// Issues tokens that this platform believes.
    static TokenIssuer issuer(Path data) {
        return Issuing.with(of(data));
    }
}
