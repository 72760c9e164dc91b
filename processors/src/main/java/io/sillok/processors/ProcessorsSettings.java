package io.sillok.processors;

import io.sillok.platform.blobs.S3Settings;
import io.sillok.platform.kafka.KafkaSettings;
import io.sillok.platform.stores.OpenSearchSettings;
import io.sillok.platform.stores.PostgresSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/// What a processors process needs to know.
///
/// @param roles the work it takes on; empty does nothing
/// @param folder local and its own: state stores, staged bytes
/// @param blobs where files are kept
/// @param scanner a clamd that every file is shown to; empty: none
/// @param janitorGrace how long a blob may lie without an event that refers to it
public record ProcessorsSettings(
        Set<Role> roles,
        KafkaSettings kafka,
        PostgresSettings postgres,
        OpenSearchSettings openSearch,
        Path folder,
        Blobs blobs,
        Optional<Scanner> scanner,
        Duration janitorGrace) {

    public static final Duration USUAL_JANITOR_GRACE = Duration.ofHours(1);

    public ProcessorsSettings {
        roles = Set.copyOf(roles);
    }

    /// Where files are kept.
    public sealed interface Blobs {

        /// A folder that all services see.
        record InFolder(Path folder) implements Blobs {}

        record InS3(S3Settings settings) implements Blobs {}
    }

    /// Where a clamd listens.
    public record Scanner(String host, int port) {}
}
