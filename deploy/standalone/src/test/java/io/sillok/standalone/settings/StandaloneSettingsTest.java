package io.sillok.standalone.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sillok.commandapi.catalog.UploadSettings;
import io.sillok.commandapi.identity.oidc.OidcProvider;
import io.sillok.commandapi.identity.oidc.OidcSettings;
import io.sillok.processors.generation.GenerationModule;
import io.sillok.processors.generation.worker.GeneratorSettings;
import io.sillok.standalone.LaunchFailure;
import io.sillok.standalone.settings.StandaloneSettings.HostAndPort;
import io.sillok.standalone.settings.StandaloneSettings.Memory;
import io.sillok.standalone.settings.StandaloneSettings.Models;
import io.sillok.standalone.settings.StandaloneSettings.Ports;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StandaloneSettingsTest {

    private static final String SECRET = "AAAA".repeat(16);

    @TempDir Path home;

    private final Map<Setting, String> flags = new EnumMap<>(Setting.class);
    private final Map<String, String> environment = new HashMap<>();

    private StandaloneSettings read() {
        var sources = new SettingSources(flags, environment, Map.of());
        return StandaloneSettings.read(sources, home.resolve("here"), home);
    }

    private void write(String properties) throws IOException {
        Files.createDirectories(home.resolve(".sillok"));
        Files.writeString(home.resolve(".sillok/sillok.properties"), properties);
    }

    @Test
    void hasDefaults() {
        var settings = read();

        assertThat(settings.data()).isEqualTo(home.resolve(".sillok"));
        assertThat(settings.namespace().value()).isEqualTo("sillok");
        assertThat(settings.ports()).isEqualTo(new Ports(8080, 8081, 19092, 15432, 19200));
        assertThat(settings.memory()).isEqualTo(new Memory(512, 64, 512));
        assertThat(settings.kafka().servers()).isEmpty();
        assertThat(settings.kafka().replication()).isEqualTo((short) 1);
        assertThat(settings.kafka().partitions()).isEqualTo(12);
        assertThat(settings.postgres()).isEmpty();
        assertThat(settings.openSearch()).isEmpty();
        assertThat(settings.clamd()).isEmpty();
        assertThat(settings.bucket()).isEmpty();
        assertThat(settings.masterKey()).isEmpty();
        assertThat(settings.uploads()).isEqualTo(UploadSettings.USUAL);
        assertThat(settings.corsOrigins()).isEmpty();
        assertThat(settings.oidc()).isEqualTo(OidcSettings.NONE);
        assertThat(settings.claims()).isEmpty();
        assertThat(settings.models())
                .isEqualTo(new Models(GeneratorSettings.NONE, 18000, GenerationModule.USUAL));
    }

    @Test
    void readsEverySetting() {
        environment.put("SILLOK_DATA", "elsewhere");
        environment.put("SILLOK_NAMESPACE", "acme");
        environment.put("SILLOK_PORT_COMMAND_API", "1");
        environment.put("SILLOK_PORT_QUERY_API", "2");
        environment.put("SILLOK_PORT_KAFKA", "3");
        environment.put("SILLOK_PORT_POSTGRES", "4");
        environment.put("SILLOK_PORT_OPENSEARCH", "5");
        environment.put("SILLOK_MEMORY_KAFKA", "6");
        environment.put("SILLOK_MEMORY_POSTGRES", "7");
        environment.put("SILLOK_MEMORY_OPENSEARCH", "8");
        environment.put("SILLOK_KAFKA", "one:9092,two:9092");
        environment.put("SILLOK_KAFKA_PROPERTIES", "client.properties");
        environment.put("SILLOK_KAFKA_REPLICATION", "3");
        environment.put("SILLOK_KAFKA_PARTITIONS", "24");
        environment.put("SILLOK_POSTGRES", "jdbc:postgresql://db/sillok");
        environment.put("SILLOK_POSTGRES_USER", "ada");
        environment.put("SILLOK_POSTGRES_PASSWORD", "secret");
        environment.put("SILLOK_OPENSEARCH", "http://search:9200");
        environment.put("SILLOK_CLAMD", "scanner:3310");
        environment.put("SILLOK_AI_ENDPOINT", "https://models.example/v1");
        environment.put("SILLOK_AI_API_KEY", "model-key");
        environment.put("SILLOK_AI_MODEL", "large");
        environment.put("SILLOK_AI_FALLBACKS", "medium, small");
        environment.put("SILLOK_AI_PRICES", "large=2.50/10, small=0.15/0.6");
        environment.put("SILLOK_AI_CURRENCY", "KRW");
        environment.put("SILLOK_AI_ALLOWANCE", "70000");
        environment.put("SILLOK_PORT_SANDBOX", "10");
        environment.put("SILLOK_MAX_FILE_BYTES", "9");
        environment.put("SILLOK_FILE_TYPES", "pdf,txt");
        environment.put("SILLOK_CORS_ORIGINS", "http://a, http://b");
        environment.put("SILLOK_PUBLIC_URL", "https://sillok.example");
        environment.put(
                "SILLOK_OIDC_PROVIDERS",
                """
                [{"name": "people", "issuer": "https://people.example", "client_id": "id",
                  "client_secret": "secret"}]
                """);
        environment.put("SILLOK_MASTER_KEY", "master.key");
        environment.put("SILLOK_CLAIM_SECRET", SECRET);
        environment.put("SILLOK_S3_BUCKET", "files");
        environment.put("SILLOK_S3_ENDPOINT", "http://s3:9000");
        environment.put("SILLOK_S3_REGION", "ap-northeast-2");
        environment.put("SILLOK_S3_PREFIX", "sillok/");
        environment.put("SILLOK_S3_ACCESS_KEY", "key");
        environment.put("SILLOK_S3_SECRET_KEY", "hidden");
        assertThat(environment).hasSize(Setting.values().length);

        var settings = read();

        assertThat(settings.data()).isEqualTo(home.resolve("here/elsewhere"));
        assertThat(settings.namespace().value()).isEqualTo("acme");
        assertThat(settings.ports()).isEqualTo(new Ports(1, 2, 3, 4, 5));
        assertThat(settings.memory()).isEqualTo(new Memory(6, 7, 8));
        assertThat(settings.kafka().servers()).contains("one:9092,two:9092");
        assertThat(settings.kafka().properties()).contains(home.resolve("here/client.properties"));
        assertThat(settings.kafka().replication()).isEqualTo((short) 3);
        assertThat(settings.kafka().partitions()).isEqualTo(24);
        assertThat(settings.models().sandboxPort()).isEqualTo(10);
        assertThat(settings.models().allowance()).isEqualTo(GenerationModule.daily(70_000));
        var model = settings.models().given().model().orElseThrow();
        assertThat(model.endpoint()).isEqualTo(URI.create("https://models.example/v1"));
        assertThat(model.key()).isEqualTo("model-key");
        assertThat(model.model()).isEqualTo("large");
        assertThat(model.fallbacks()).containsExactly("medium", "small");
        assertThat(settings.models().given().prices().currency()).isEqualTo("KRW");
        assertThat(settings.models().given().prices().models()).containsOnlyKeys("large", "small");
        var postgres = settings.postgres().orElseThrow();
        assertThat(postgres.url()).isEqualTo("jdbc:postgresql://db/sillok");
        assertThat(postgres.user()).isEqualTo("ada");
        assertThat(postgres.password()).isEqualTo("secret");
        assertThat(settings.openSearch()).contains(URI.create("http://search:9200"));
        assertThat(settings.clamd()).contains(new HostAndPort("scanner", 3310));
        assertThat(settings.masterKey()).contains(home.resolve("here/master.key"));
        assertThat(settings.uploads()).isEqualTo(new UploadSettings(9, "pdf,txt"));
        assertThat(settings.oidc())
                .isEqualTo(
                        new OidcSettings(
                                Optional.of(URI.create("https://sillok.example")),
                                List.of(
                                        new OidcProvider(
                                                "people",
                                                URI.create("https://people.example"),
                                                "id",
                                                "secret",
                                                Optional.empty()))));
        assertThat(settings.claims().orElseThrow().base64()).isEqualTo(SECRET);
        assertThat(settings.corsOrigins()).containsExactly("http://a", "http://b");
        var bucket = settings.bucket().orElseThrow();
        assertThat(bucket.name()).isEqualTo("files");
        assertThat(bucket.endpoint()).contains(URI.create("http://s3:9000"));
        assertThat(bucket.region()).isEqualTo("ap-northeast-2");
        assertThat(bucket.prefix()).isEqualTo("sillok/");
        assertThat(bucket.accessKey()).contains("key");
        assertThat(bucket.secretKey()).contains("hidden");
        assertThat(settings.toString()).doesNotContain("secret", "hidden", SECRET);
    }

    @Nested
    class Order {

        @Test
        void prefersTheCommandLine() throws IOException {
            flags.put(Setting.PORT_KAFKA, "1001");
            environment.put("SILLOK_PORT_KAFKA", "1002");
            write("port-kafka=1003");

            assertThat(read().ports().kafka()).isEqualTo(1001);
        }

        @Test
        void prefersTheEnvironmentToTheFile() throws IOException {
            environment.put("SILLOK_PORT_KAFKA", "1002");
            write("port-kafka=1003");

            assertThat(read().ports().kafka()).isEqualTo(1002);
        }

        @Test
        void readsTheFileOfTheDataFolder() throws IOException {
            write("port-kafka = 1003\nnamespace = acme\n");

            assertThat(read().ports().kafka()).isEqualTo(1003);
            assertThat(read().namespace().value()).isEqualTo("acme");
        }

        @Test
        void takesWhatIsEmptyAsNotSaid() {
            environment.put("SILLOK_PORT_KAFKA", " ");

            assertThat(read().ports().kafka()).isEqualTo(19092);
        }
    }

    @Nested
    class Refusals {

        private void refuses(String... words) {
            assertThatThrownBy(StandaloneSettingsTest.this::read)
                    .isInstanceOf(LaunchFailure.class)
                    .message()
                    .contains(words)
                    .doesNotContain("\n");
        }

        @Test
        void namesTheVariableThatIsWrong() {
            environment.put("SILLOK_PORT_KAFKA", "70000");

            refuses("SILLOK_PORT_KAFKA", "'70000'", "65535");
        }

        @Test
        void namesTheFlagThatIsWrong() {
            flags.put(Setting.MEMORY_KAFKA, "much");

            refuses("--memory-kafka", "'much'");
        }

        @Test
        void namesTheLineThatIsNoSetting() throws IOException {
            write("port-kafkaesque=1");

            refuses("sillok.properties", "'port-kafkaesque'");
        }

        @Test
        void saysWhatProvidersLookLikeAndNoSecret() {
            environment.put("SILLOK_OIDC_PROVIDERS", "[{\"client_secret\": \"hidden\"}]");

            refuses("SILLOK_OIDC_PROVIDERS", "'***'", "client_id");
        }

        @Test
        void saysWhatIsWrongWithAProvider() {
            environment.put(
                    "SILLOK_OIDC_PROVIDERS",
                    """
                    [{"name": "people", "issuer": "http://people.example", "client_id": "id",
                      "client_secret": "hidden"}]
                    """);

            refuses("SILLOK_OIDC_PROVIDERS", "issuer of people", "https");
        }

        @Test
        void refusesAPublicUrlWithAPath() {
            environment.put("SILLOK_PUBLIC_URL", "https://sillok.example/path");

            refuses("SILLOK_PUBLIC_URL", "without a path");
        }

        @Test
        void refusesAPlaceOfTheFileInTheFile() throws IOException {
            write("data=/somewhere");

            refuses("sillok.properties", "'data'");
        }

        @Test
        void refusesANamespaceThatEnginesWouldRefuse() {
            flags.put(Setting.NAMESPACE, "Sillok-1");

            refuses("--namespace", "lower-case");
        }

        @Test
        void refusesAnAccessKeyWithoutItsSecret() {
            environment.put("SILLOK_S3_BUCKET", "files");
            environment.put("SILLOK_S3_ACCESS_KEY", "key");

            refuses("SILLOK_S3_SECRET_KEY");
        }

        @Test
        void refusesAClaimSecretThatIsTooShortAndDoesNotRepeatIt() {
            environment.put("SILLOK_CLAIM_SECRET", "c2hvcnQ=");

            refuses("SILLOK_CLAIM_SECRET", "***", "32 bytes");
        }

        @Test
        void refusesModelsThatCannotBe() {
            environment.put("SILLOK_AI_ENDPOINT", "https://models.example/v1");

            refuses("SILLOK_AI_MODEL");

            environment.put("SILLOK_AI_MODEL", "large");
            environment.put("SILLOK_AI_PRICES", "large=2.50");
            refuses("SILLOK_AI_PRICES");

            environment.remove("SILLOK_AI_PRICES");
            environment.put("SILLOK_AI_ALLOWANCE", "-1");
            refuses("SILLOK_AI_ALLOWANCE");
        }

        @Test
        void refusesAddressesOfTheWrongForm() {
            flags.put(Setting.KAFKA, "http://broker");
            refuses("--kafka");
            flags.put(Setting.KAFKA, "broker:9092");
            flags.put(Setting.POSTGRES, "postgres://db/sillok");
            refuses("--postgres");
            flags.put(Setting.POSTGRES, "jdbc:postgresql://db/sillok");
            flags.put(Setting.OPENSEARCH, "search");
            refuses("--opensearch");
        }
    }
}
