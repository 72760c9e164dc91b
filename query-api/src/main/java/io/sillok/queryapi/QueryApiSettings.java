package io.sillok.queryapi;

import io.sillok.platform.blobs.BlobSettings;
import io.sillok.platform.kafka.KafkaSettings;
import io.sillok.platform.stores.OpenSearchSettings;
import io.sillok.platform.stores.PostgresSettings;
import io.sillok.platform.web.WebSettings;
import java.nio.file.Path;
import java.time.Duration;

/// How the query API runs.
///
/// @param files where the files are that are handed out
/// @param masterKey file with the master keys of personal data, the same for all services; made
///   where there is none
/// @param digestKey file with the key that API keys are digested under, the same for both APIs;
///   made where there is none
/// @param consistencyWait how long a read is held back at most until its view is fresh enough
/// @param logReadings how many audits, exports and looks into the past may read the log at a time
/// @param databaseConnections at most this many
public record QueryApiSettings(
        WebSettings web,
        KafkaSettings kafka,
        PostgresSettings postgres,
        OpenSearchSettings openSearch,
        BlobSettings files,
        Path masterKey,
        Path digestKey,
        Duration consistencyWait,
        int logReadings,
        int databaseConnections) {

    public static final Duration USUAL_CONSISTENCY_WAIT = Duration.ofSeconds(5);
    public static final int USUAL_LOG_READINGS = 4;
    public static final int USUAL_DATABASE_CONNECTIONS = 16;

    public QueryApiSettings {
        if (consistencyWait.isNegative() || consistencyWait.toSeconds() > 30) {
            throw new IllegalArgumentException("a consistency wait is 0 to 30 seconds");
        }
        if (logReadings < 1 || databaseConnections < 1) {
            throw new IllegalArgumentException("a bound is at least 1");
        }
    }

    /// The usual bounds.
    public static QueryApiSettings usual(
            WebSettings web,
            KafkaSettings kafka,
            PostgresSettings postgres,
            OpenSearchSettings openSearch,
            BlobSettings files,
            Path masterKey,
            Path digestKey) {
        return new QueryApiSettings(
                web,
                kafka,
                postgres,
                openSearch,
                files,
                masterKey,
                digestKey,
                USUAL_CONSISTENCY_WAIT,
                USUAL_LOG_READINGS,
                USUAL_DATABASE_CONNECTIONS);
    }
}
