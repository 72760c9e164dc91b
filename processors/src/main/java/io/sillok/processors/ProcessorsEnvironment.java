package io.sillok.processors;

import io.sillok.platform.blobs.BlobSettings;
import io.sillok.platform.kafka.KafkaSettings;
import io.sillok.platform.stores.OpenSearchSettings;
import io.sillok.platform.stores.PostgresSettings;
import io.sillok.processors.ProcessorsSettings.Scanner;
import io.sillok.processors.engine.claims.ClaimSecret;
import io.sillok.processors.generation.GenerationModule;
import io.sillok.processors.generation.worker.GeneratorSettings;
import io.sillok.schemas.generation.Allowance;
import io.sillok.schemas.topics.Namespace;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads the settings of a processors process from `SILLOK_…` variables, the same names that the
/// launcher knows.
final class ProcessorsEnvironment {

    private final Map<String, String> variables;

    ProcessorsEnvironment(Map<String, String> variables) {
        this.variables = Map.copyOf(variables);
    }

    /// The settings that the variables describe.
    ///
    /// @throws IllegalArgumentException when one is missing or wrong; the message names it
    ProcessorsSettings read() {
        Namespace namespace = new Namespace(find("NAMESPACE").orElse("sillok"));
        Path folder = Path.of(find("DATA").orElse(".sillok"), "processors");
        Set<Role> roles = Role.parse(find("ROLES").orElse("all"));
        return new ProcessorsSettings(
                roles,
                kafka(namespace),
                new PostgresSettings(
                        required("POSTGRES"),
                        find("POSTGRES_USER").orElse("sillok"),
                        find("POSTGRES_PASSWORD").orElse(""),
                        namespace),
                OpenSearchSettings.parse(required("OPENSEARCH"), namespace),
                folder,
                masterKey(),
                blobs(folder),
                find("CLAMD").map(Scanner::parse),
                ProcessorsSettings.USUAL_JANITOR_GRACE,
                find("ERASURE_PATIENCE")
                        .map(ProcessorsEnvironment::duration)
                        .orElse(ProcessorsSettings.USUAL_ERASURE_PATIENCE),
                roles.contains(Role.DECIDE)
                        ? Optional.of(claimSecret(required("CLAIM_SECRET")))
                        : Optional.empty(),
                generator(),
                find("AI_ALLOWANCE")
                        .map(ProcessorsEnvironment::allowance)
                        .orElse(GenerationModule.USUAL));
    }

    private GeneratorSettings generator() {
        return GeneratorSettings.parse(
                find("AI_ENDPOINT").map(URI::create),
                find("AI_API_KEY"),
                find("AI_MODEL"),
                find("AI_FALLBACKS").orElse(""),
                find("AI_CURRENCY").orElse(GeneratorSettings.USUAL_CURRENCY),
                find("AI_PRICES").orElse(""));
    }

    private static Allowance allowance(String tokens) {
        try {
            return GenerationModule.daily(Long.parseLong(tokens));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "SILLOK_AI_ALLOWANCE is a number of tokens, none or more", e);
        }
    }

    private static Duration duration(String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "SILLOK_ERASURE_PATIENCE is a duration as in ISO 8601, PT15M", e);
        }
    }

    private static ClaimSecret claimSecret(String secret) {
        try {
            return ClaimSecret.parse(secret);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "SILLOK_CLAIM_SECRET is 32 or more bytes in Base64", e);
        }
    }

    private Path masterKey() {
        return find("MASTER_KEY")
                .map(Path::of)
                .orElseGet(() -> Path.of(find("DATA").orElse(".sillok"), "keys", "master.key"));
    }

    private KafkaSettings kafka(Namespace namespace) {
        return new KafkaSettings(
                required("KAFKA"),
                namespace,
                find("KAFKA_REPLICATION").map(Short::valueOf).orElse((short) 1),
                find("KAFKA_PARTITIONS")
                        .map(Integer::valueOf)
                        .orElse(KafkaSettings.USUAL_PARTITIONS),
                Map.of());
    }

    private BlobSettings blobs(Path folder) {
        Optional<String> bucket = find("S3_BUCKET");
        return BlobSettings.of(
                bucket.isPresent() ? folder.resolve("staging") : Path.of(required("BLOBS")),
                bucket,
                find("S3_ENDPOINT").map(URI::create),
                find("S3_REGION"),
                find("S3_PREFIX"),
                find("S3_ACCESS_KEY"),
                find("S3_SECRET_KEY"));
    }

    private String required(String name) {
        return find(name)
                .orElseThrow(() -> new IllegalArgumentException("SILLOK_" + name + " is not set"));
    }

    private Optional<String> find(String name) {
        return Optional.ofNullable(variables.get("SILLOK_" + name))
                .filter(value -> !value.isBlank());
    }
}
