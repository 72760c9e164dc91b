package io.sillok.processors;

import io.sillok.platform.blobs.BlobSettings;
import io.sillok.platform.kafka.KafkaSettings;
import io.sillok.platform.stores.OpenSearchSettings;
import io.sillok.platform.stores.PostgresSettings;
import io.sillok.processors.engine.claims.ClaimSecret;
import io.sillok.processors.generation.worker.GeneratorSettings;
import io.sillok.processors.identity.erasure.EraserSettings;
import io.sillok.schemas.generation.Allowance;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/// What a processors process needs to know.
///
/// @param roles the work it takes on; empty does nothing
/// @param folder local and its own: state stores, staged bytes
/// @param masterKey file with the master keys of personal data, the same for all services; made
///   where there is none
/// @param blobs where files are kept
/// @param scanner a clamd that every file is shown to; empty: none
/// @param janitorGrace how long a blob may lie without an event that refers to it
/// @param erasurePatience how long an erasure waits for what is in its way before it is suspended;
///   as long after that it is resumed
/// @param claims what unique values are turned into claims with, the same in every process that
///   decides, for ever; empty where none does
/// @param generator where models are and what they cost
/// @param allowance what an account may use that nobody allowed anything else, the same in every
///   process that decides
public record ProcessorsSettings(
        Set<Role> roles,
        KafkaSettings kafka,
        PostgresSettings postgres,
        OpenSearchSettings openSearch,
        Path folder,
        Path masterKey,
        BlobSettings blobs,
        Optional<Scanner> scanner,
        Duration janitorGrace,
        Duration erasurePatience,
        Optional<ClaimSecret> claims,
        GeneratorSettings generator,
        Allowance allowance) {

    public static final Duration USUAL_JANITOR_GRACE = Duration.ofHours(1);
    public static final Duration USUAL_ERASURE_PATIENCE = EraserSettings.USUAL.patience();

    public ProcessorsSettings {
        roles = Set.copyOf(roles);
    }

    /// Where a clamd listens.
    public record Scanner(String host, int port) {

        /// Reads `host:port`.
        ///
        /// @throws IllegalArgumentException when `address` is anything else
        public static Scanner parse(String address) {
            int colon = address.lastIndexOf(':');
            if (colon < 1) {
                throw new IllegalArgumentException("SILLOK_CLAMD is host:port");
            }
            return new Scanner(
                    address.substring(0, colon), Integer.parseInt(address.substring(colon + 1)));
        }
    }
}
