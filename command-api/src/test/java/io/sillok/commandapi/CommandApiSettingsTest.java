package io.sillok.commandapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sillok.commandapi.catalog.Clamd;
import io.sillok.commandapi.catalog.UploadSettings;
import io.sillok.commandapi.identity.oidc.OidcProvider;
import io.sillok.commandapi.identity.oidc.OidcSettings;
import io.sillok.platform.blobs.BlobSettings;
import io.sillok.platform.blobs.S3Settings;
import io.sillok.platform.kafka.KafkaSettings;
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

class CommandApiSettingsTest {

    private static final String PROVIDERS =
            """
            [{"name": "people", "issuer": "https://people.example", "client_id": "id",
              "client_secret": "secret"},
             {"name": "work", "issuer": "https://work.example/tenant", "client_id": "id",
              "client_secret": "secret", "scopes": "openid email"}]
            """
                    .replace("\n", " ");

    private static CommandApiSettings read(Map<String, String> environment) {
        return SettingsFile.read(
                CommandApiSettings.class,
                Optional.empty(),
                "io/sillok/commandapi/command-api.yml",
                environment);
    }

    @Test
    void haveDefaults() {
        assertThat(read(Map.of()))
                .isEqualTo(
                        new CommandApiSettings(
                                WebSettings.onLoopback(
                                        8080,
                                        new TokenSettings(
                                                "sillok", "sillok", ".sillok/keys/jwks.json")),
                                KafkaSettings.single("127.0.0.1:19092", new Namespace("sillok")),
                                new PostgresSettings(
                                        "jdbc:postgresql://127.0.0.1:15432/sillok",
                                        "sillok",
                                        "",
                                        new Namespace("sillok")),
                                new BlobSettings.InFolder(Path.of(".sillok/blobs")),
                                UploadSettings.USUAL,
                                Optional.empty(),
                                Path.of(".sillok/keys"),
                                Path.of(".sillok/keys/master.key"),
                                Path.of(".sillok/keys/digest.key"),
                                OidcSettings.NONE));
    }

    @Test
    void comeFromTheEnvironment() {
        Map<String, String> environment =
                Map.ofEntries(
                        Map.entry("SILLOK_HOST", "0.0.0.0"),
                        Map.entry("SILLOK_PORT_COMMAND_API", "1"),
                        Map.entry("SILLOK_MAX_IN_FLIGHT", "2"),
                        Map.entry("SILLOK_MAX_BODY_BYTES", "3"),
                        Map.entry("SILLOK_SLOW_REQUEST", "PT4S"),
                        Map.entry("SILLOK_CORS_ORIGINS", "https://a.example,https://b.example"),
                        Map.entry("SILLOK_TOKEN_ISSUER", "i"),
                        Map.entry("SILLOK_TOKEN_AUDIENCE", "a"),
                        Map.entry("SILLOK_JWKS", "https://c.example/jwks.json"),
                        Map.entry("SILLOK_KAFKA", "k1:9092,k2:9092"),
                        Map.entry("SILLOK_NAMESPACE", "n"),
                        Map.entry("SILLOK_KAFKA_REPLICATION", "3"),
                        Map.entry("SILLOK_KAFKA_PARTITIONS", "24"),
                        Map.entry("SILLOK_POSTGRES", "jdbc:postgresql://db/x"),
                        Map.entry("SILLOK_POSTGRES_USER", "reader"),
                        Map.entry("SILLOK_POSTGRES_PASSWORD", "p"),
                        Map.entry("SILLOK_BLOBS", "/f"),
                        Map.entry("SILLOK_S3_BUCKET", "b"),
                        Map.entry("SILLOK_S3_ENDPOINT", "https://s3.example"),
                        Map.entry("SILLOK_S3_REGION", "r"),
                        Map.entry("SILLOK_S3_PREFIX", "p/"),
                        Map.entry("SILLOK_S3_ACCESS_KEY", "x"),
                        Map.entry("SILLOK_S3_SECRET_KEY", "y"),
                        Map.entry("SILLOK_MAX_FILE_BYTES", "5"),
                        Map.entry("SILLOK_FILE_TYPES", "pdf,txt"),
                        Map.entry("SILLOK_UPLOAD_LIFETIME", "PT1H"),
                        Map.entry("SILLOK_UNFINISHED_UPLOADS", "6"),
                        Map.entry("SILLOK_UNFINISHED_BYTES", "7"),
                        Map.entry("SILLOK_CLAMD", "clamd:3310"),
                        Map.entry("SILLOK_KEYS", "/k"),
                        Map.entry("SILLOK_MASTER_KEY", "/m"),
                        Map.entry("SILLOK_DIGEST_KEY", "/d"),
                        Map.entry("SILLOK_PUBLIC_URL", "https://sillok.example"),
                        Map.entry("SILLOK_OIDC_PROVIDERS", PROVIDERS));

        assertThat(read(environment))
                .isEqualTo(
                        new CommandApiSettings(
                                new WebSettings(
                                        "0.0.0.0",
                                        1,
                                        2,
                                        3,
                                        Duration.ofSeconds(4),
                                        List.of("https://a.example", "https://b.example"),
                                        new TokenSettings("i", "a", "https://c.example/jwks.json")),
                                new KafkaSettings(
                                        "k1:9092,k2:9092",
                                        new Namespace("n"),
                                        (short) 3,
                                        24,
                                        Map.of()),
                                new PostgresSettings(
                                        "jdbc:postgresql://db/x",
                                        "reader",
                                        "p",
                                        new Namespace("n")),
                                new BlobSettings.InBucket(
                                        new S3Settings(
                                                Optional.of(URI.create("https://s3.example")),
                                                "r",
                                                "b",
                                                "p/",
                                                Optional.of(new S3Settings.Credentials("x", "y")),
                                                Path.of("/f"))),
                                new UploadSettings(5, "pdf,txt", Duration.ofHours(1), 6, 7),
                                Optional.of(new Clamd("clamd", 3310)),
                                Path.of("/k"),
                                Path.of("/m"),
                                Path.of("/d"),
                                new OidcSettings(
                                        Optional.of(URI.create("https://sillok.example")),
                                        List.of(
                                                new OidcProvider(
                                                        "people",
                                                        URI.create("https://people.example"),
                                                        "id",
                                                        "secret",
                                                        Optional.empty()),
                                                new OidcProvider(
                                                        "work",
                                                        URI.create("https://work.example/tenant"),
                                                        "id",
                                                        "secret",
                                                        Optional.of("openid email"))))));
    }

    @Test
    void neverAllowFilesOverTheHardLimit() {
        assertThatThrownBy(() -> read(Map.of("SILLOK_MAX_FILE_BYTES", "104857601")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("uploads")
                .hasMessageContaining("104857600");
    }

    @Test
    void neverLetAnUploadOutliveTheMemoryOfItsCommand() {
        assertThatThrownBy(() -> read(Map.of("SILLOK_UPLOAD_LIFETIME", "P7D")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("uploads");
    }

    @Test
    void refuseFileTypesNobodyKnows() {
        assertThatThrownBy(() -> read(Map.of("SILLOK_FILE_TYPES", "pdf,exe")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("exe");
    }
}
