package io.sillok.standalone;

import java.net.URI;
import java.util.Optional;

/// Where the engines of a platform answer. The text form hides the password.
///
/// @param kafka its `bootstrap.servers`
/// @param clamd `host:port` of the virus scanner; empty for none
public record EngineAddresses(
        String kafka,
        String postgresUrl,
        String postgresUser,
        String postgresPassword,
        URI openSearch,
        Optional<String> clamd) {

    /// Engines without a virus scanner.
    public EngineAddresses(
            String kafka,
            String postgresUrl,
            String postgresUser,
            String postgresPassword,
            URI openSearch) {
        this(kafka, postgresUrl, postgresUser, postgresPassword, openSearch, Optional.empty());
    }

    @Override
    public String toString() {
        return "EngineAddresses[kafka=%s, postgres=%s, openSearch=%s, clamd=%s]"
                .formatted(kafka, postgresUrl, openSearch, clamd.orElse("none"));
    }
}
