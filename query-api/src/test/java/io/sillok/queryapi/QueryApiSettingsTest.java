package io.sillok.queryapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.sillok.platform.blobs.BlobSettings;
import io.sillok.platform.blobs.S3Settings;
import io.sillok.platform.kafka.KafkaSettings;
import io.sillok.platform.stores.OpenSearchSettings;
import io.sillok.platform.stores.PostgresSettings;
import io.sillok.platform.web.SettingsFile;
import io.sillok.platform.web.WebSettings;
import io.sillok.platform.web.access.TokenSettings;
import io.sillok.schemas.topics.Namespace;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class QueryApiSettingsTest {

    private static final String BUNDLED = "io/sillok/queryapi/query-api.yml";

    @Test
    void hasDefaults() {
        Namespace sillok = new Namespace("sillok");
        assertThat(read(Map.of()))
                .isEqualTo(
                        QueryApiSettings.usual(
                                WebSettings.onLoopback(
                                        8081,
                                        new TokenSettings(
                                                "sillok", "sillok", ".sillok/keys/jwks.json")),
                                KafkaSettings.single("127.0.0.1:19092", sillok),
                                new PostgresSettings(
                                        "jdbc:postgresql://127.0.0.1:15432/sillok",
                                        "sillok",
                                        "",
                                        sillok),
                                OpenSearchSettings.parse("http://127.0.0.1:19200", sillok),
                                new BlobSettings.InFolder(Path.of(".sillok/blobs")),
                                Path.of(".sillok/keys/master.key"),
                                Path.of(".sillok/keys/digest.key")));
    }

    @Test
    void takesEverySettingFromTheEnvironment() {
        Namespace demo = new Namespace("demo");
        var environment =
                Map.ofEntries(
                        Map.entry("SILLOK_HOST", "0.0.0.0"),
                        Map.entry("SILLOK_PORT_QUERY_API", "9"),
                        Map.entry("SILLOK_MAX_IN_FLIGHT", "7"),
                        Map.entry("SILLOK_MAX_BODY_BYTES", "6"),
                        Map.entry("SILLOK_SLOW_REQUEST", "PT5S"),
                        Map.entry("SILLOK_CORS_ORIGINS", "https://a.example, https://b.example"),
                        Map.entry("SILLOK_TOKEN_ISSUER", "issuer"),
                        Map.entry("SILLOK_TOKEN_AUDIENCE", "audience"),
                        Map.entry("SILLOK_JWKS", "https://keys.example/jwks"),
                        Map.entry("SILLOK_KAFKA", "k1:1,k2:2"),
                        Map.entry("SILLOK_NAMESPACE", "demo"),
                        Map.entry("SILLOK_KAFKA_REPLICATION", "3"),
                        Map.entry("SILLOK_KAFKA_PARTITIONS", "24"),
                        Map.entry("SILLOK_POSTGRES", "jdbc:postgresql://db/x?sslmode=require"),
                        Map.entry("SILLOK_POSTGRES_USER", "reader"),
                        Map.entry("SILLOK_POSTGRES_PASSWORD", "p: #\\\""),
                        Map.entry("SILLOK_OPENSEARCH", "http://o1:1, https://u:p@o2:2"),
                        Map.entry("SILLOK_BLOBS", "/files"),
                        Map.entry("SILLOK_S3_BUCKET", "bucket"),
                        Map.entry("SILLOK_S3_ENDPOINT", "https://s3.example"),
                        Map.entry("SILLOK_S3_REGION", "region"),
                        Map.entry("SILLOK_S3_PREFIX", "prefix/"),
                        Map.entry("SILLOK_S3_ACCESS_KEY", "key"),
                        Map.entry("SILLOK_S3_SECRET_KEY", "secret"),
                        Map.entry("SILLOK_MASTER_KEY", "/m"),
                        Map.entry("SILLOK_DIGEST_KEY", "/d"),
                        Map.entry("SILLOK_CONSISTENCY_WAIT", "PT1S"),
                        Map.entry("SILLOK_LOG_READINGS", "2"),
                        Map.entry("SILLOK_DATABASE_CONNECTIONS", "5"));
        assertThat(read(environment))
                .isEqualTo(
                        new QueryApiSettings(
                                new WebSettings(
                                        "0.0.0.0",
                                        9,
                                        7,
                                        6,
                                        Duration.ofSeconds(5),
                                        List.of("https://a.example", "https://b.example"),
                                        new TokenSettings(
                                                "issuer", "audience", "https://keys.example/jwks")),
                                new KafkaSettings("k1:1,k2:2", demo, (short) 3, 24, Map.of()),
                                new PostgresSettings(
                                        "jdbc:postgresql://db/x?sslmode=require",
                                        "reader",
                                        "p: #\"",
                                        demo),
                                OpenSearchSettings.parse("http://o1:1, https://u:p@o2:2", demo),
                                new BlobSettings.InBucket(
                                        new S3Settings(
                                                Optional.of(URI.create("https://s3.example")),
                                                "region",
                                                "bucket",
                                                "prefix/",
                                                Optional.of(
                                                        new S3Settings.Credentials(
                                                                "key", "secret")),
                                                Path.of("/files"))),
                                Path.of("/m"),
                                Path.of("/d"),
                                Duration.ofSeconds(1),
                                2,
                                5));
    }

    private static QueryApiSettings read(Map<String, String> environment) {
        return SettingsFile.read(QueryApiSettings.class, Optional.empty(), BUNDLED, environment);
    }
}
