package io.sillok.processors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.sillok.platform.blobs.BlobSettings;
import io.sillok.platform.blobs.S3Settings;
import io.sillok.processors.generation.GenerationModule;
import io.sillok.processors.generation.model.ModelSettings;
import io.sillok.processors.generation.worker.GeneratorSettings;
import io.sillok.schemas.generation.Allowance;
import io.sillok.schemas.generation.BudgetPeriod;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProcessorsEnvironmentTest {

    private static final String SECRET = "AAAA".repeat(16);

    private static ProcessorsSettings read(Map<String, String> more) {
        Map<String, String> variables =
                new HashMap<>(
                        Map.of(
                                "SILLOK_KAFKA", "127.0.0.1:1",
                                "SILLOK_POSTGRES", "jdbc:postgresql://127.0.0.1:2/sillok",
                                "SILLOK_OPENSEARCH", "http://127.0.0.1:3",
                                "SILLOK_CLAIM_SECRET", SECRET,
                                "SILLOK_DATA", "/data"));
        variables.putAll(more);
        return new ProcessorsEnvironment(variables).read();
    }

    @Nested
    class TheClaimSecret {

        private static final Map<String, String> FILES = Map.of("SILLOK_BLOBS", "/files");

        @Test
        void isForThoseWhoDecide() {
            assertThat(read(FILES).claims().orElseThrow().base64()).isEqualTo(SECRET);
            assertThat(
                            read(Map.of("SILLOK_BLOBS", "/files", "SILLOK_ROLES", "scan,janitor"))
                                    .claims())
                    .isEmpty();
        }

        @Test
        void mustBeOne() {
            for (var secret : List.of("", "short", "c2hvcnQ=")) {
                assertThatIllegalArgumentException()
                        .isThrownBy(
                                () ->
                                        read(
                                                Map.of(
                                                        "SILLOK_BLOBS",
                                                        "/files",
                                                        "SILLOK_CLAIM_SECRET",
                                                        secret)))
                        .withMessageContaining("SILLOK_CLAIM_SECRET");
            }
        }
    }

    @Nested
    class ThePatienceOfErasures {

        @Test
        void isADuration() {
            assertThat(read(Map.of("SILLOK_BLOBS", "/files")).erasurePatience())
                    .isEqualTo(ProcessorsSettings.USUAL_ERASURE_PATIENCE);
            assertThat(
                            read(Map.of(
                                            "SILLOK_BLOBS",
                                            "/files",
                                            "SILLOK_ERASURE_PATIENCE",
                                            "PT10S"))
                                    .erasurePatience())
                    .isEqualTo(Duration.ofSeconds(10));
        }

        @Test
        void mustBeOne() {
            assertThatIllegalArgumentException()
                    .isThrownBy(
                            () ->
                                    read(
                                            Map.of(
                                                    "SILLOK_BLOBS",
                                                    "/files",
                                                    "SILLOK_ERASURE_PATIENCE",
                                                    "soon")))
                    .withMessageContaining("SILLOK_ERASURE_PATIENCE");
        }
    }

    @Nested
    class TheUsualAllowance {

        @Test
        void isSoManyTokensADay() {
            assertThat(read(Map.of("SILLOK_BLOBS", "/files")).allowance())
                    .isEqualTo(GenerationModule.USUAL);
            assertThat(
                            read(Map.of("SILLOK_BLOBS", "/files", "SILLOK_AI_ALLOWANCE", "0"))
                                    .allowance())
                    .isEqualTo(new Allowance(0, BudgetPeriod.DAY));
        }

        @ParameterizedTest
        @ValueSource(strings = {"-1", "many"})
        void mustBeANumber(String tokens) {
            assertThatIllegalArgumentException()
                    .isThrownBy(
                            () ->
                                    read(
                                            Map.of(
                                                    "SILLOK_BLOBS",
                                                    "/files",
                                                    "SILLOK_AI_ALLOWANCE",
                                                    tokens)))
                    .withMessageContaining("SILLOK_AI_ALLOWANCE");
        }
    }

    @Nested
    class TheModel {

        @Test
        void isNoneWhereNobodySaysOtherwise() {
            assertThat(read(Map.of("SILLOK_BLOBS", "/files")).generator())
                    .isEqualTo(GeneratorSettings.NONE);
        }

        @Test
        void comesBackOutOfItsOwnVariables() {
            var settings =
                    new GeneratorSettings(
                            Optional.of(
                                    ModelSettings.of(
                                            URI.create("https://models.example/v1"),
                                            "key",
                                            "large",
                                            List.of("medium", "small"))),
                            GeneratorSettings.NONE.prices());
            var variables = new HashMap<>(settings.environment());
            variables.put("SILLOK_BLOBS", "/files");

            assertThat(read(variables).generator()).isEqualTo(settings);
        }
    }

    @Nested
    class Files {

        @Test
        void areInAFolder() {
            assertThat(read(Map.of("SILLOK_BLOBS", "/files")).blobs())
                    .isEqualTo(new BlobSettings.InFolder(Path.of("/files")));
        }

        @Test
        void areInABucketWhereOneIsNamed() {
            var settings =
                    read(
                            Map.of(
                                    "SILLOK_S3_BUCKET", "bucket",
                                    "SILLOK_S3_ENDPOINT", "https://s3.example",
                                    "SILLOK_S3_REGION", "region",
                                    "SILLOK_S3_PREFIX", "prefix/",
                                    "SILLOK_S3_ACCESS_KEY", "key",
                                    "SILLOK_S3_SECRET_KEY", "secret"));

            assertThat(settings.blobs())
                    .isEqualTo(
                            new BlobSettings.InBucket(
                                    new S3Settings(
                                            Optional.of(URI.create("https://s3.example")),
                                            "region",
                                            "bucket",
                                            "prefix/",
                                            Optional.of(
                                                    new S3Settings.Credentials("key", "secret")),
                                            Path.of("/data/processors/staging"))));
        }

        @Test
        void mustBeSomewhere() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> read(Map.of()))
                    .withMessageContaining("SILLOK_BLOBS");
        }
    }

    @Nested
    class MasterKeys {

        private final Map<String, String> blobs = Map.of("SILLOK_BLOBS", "/files");

        @Test
        void areInTheDataFolder() {
            assertThat(read(blobs).masterKey()).isEqualTo(Path.of("/data/keys/master.key"));
        }

        @Test
        void areWhereItIsSaid() {
            Map<String, String> said = new HashMap<>(blobs);
            said.put("SILLOK_MASTER_KEY", "/m");

            assertThat(read(said).masterKey()).isEqualTo(Path.of("/m"));
        }
    }
}
