package io.sillok.standalone;

import io.sillok.commandapi.catalog.UploadSettings;
import io.sillok.commandapi.identity.oidc.OidcSettings;
import io.sillok.platform.blobs.BlobSettings;
import io.sillok.platform.blobs.S3Settings;
import io.sillok.platform.kafka.KafkaSettings;
import io.sillok.platform.stores.OpenSearchSettings;
import io.sillok.platform.stores.PostgresSettings;
import io.sillok.processors.ProcessorsSettings;
import io.sillok.processors.ProcessorsSettings.Scanner;
import io.sillok.processors.Role;
import io.sillok.processors.engine.claims.ClaimSecret;
import io.sillok.processors.generation.GenerationModule;
import io.sillok.processors.generation.worker.GeneratorSettings;
import io.sillok.schemas.generation.Allowance;
import io.sillok.schemas.topics.Namespace;
import io.sillok.standalone.home.ClaimSecretFile;
import io.sillok.standalone.home.Layout;
import io.sillok.standalone.settings.StandaloneSettings;
import io.sillok.standalone.settings.StandaloneSettings.Bucket;
import java.net.URI;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What the services of one JVM need to know.
///
/// @param layout where they keep what is not in the engines
/// @param masterKey file with the master keys of personal data; made where there is none
/// @param commandApiPort on 127.0.0.1; 0 for any free one, as the other
/// @param roles what processors do in this JVM; empty when they run elsewhere
/// @param claims the claim secret; empty: the one of the layout, made at first use
/// @param oidc whose accounts elsewhere are good for a login
/// @param generator where models are and what they cost
/// @param allowance what an account may use that nobody allowed anything else
public record PlatformSettings(
        KafkaSettings kafka,
        PostgresSettings postgres,
        OpenSearchSettings openSearch,
        Optional<Scanner> scanner,
        BlobSettings blobs,
        Layout layout,
        Path masterKey,
        int commandApiPort,
        int queryApiPort,
        Set<Role> roles,
        UploadSettings uploads,
        List<String> corsOrigins,
        Optional<ClaimSecret> claims,
        OidcSettings oidc,
        GeneratorSettings generator,
        Allowance allowance) {

    public PlatformSettings {
        roles = Set.copyOf(roles);
        corsOrigins = List.copyOf(corsOrigins);
    }

    /// A platform on any free ports that does everything in this JVM and keeps files and keys in a
    /// folder.
    public static PlatformSettings on(Namespace namespace, EngineAddresses engines, Path data) {
        var layout = new Layout(data.toAbsolutePath().normalize());
        return new PlatformSettings(
                KafkaSettings.single(engines.kafka(), namespace),
                postgres(namespace, engines),
                openSearch(namespace, engines.openSearch()),
                engines.clamd().map(Scanner::parse),
                new BlobSettings.InFolder(layout.blobs()),
                layout,
                layout.masterKey(),
                0,
                0,
                EnumSet.allOf(Role.class),
                UploadSettings.USUAL,
                List.of(),
                Optional.empty(),
                OidcSettings.NONE,
                GeneratorSettings.NONE,
                GenerationModule.USUAL);
    }

    /// As it was set on the command line and elsewhere.
    public static PlatformSettings of(
            StandaloneSettings settings,
            KafkaSettings kafka,
            EngineAddresses engines,
            Layout layout,
            GeneratorSettings generator) {
        return new PlatformSettings(
                kafka,
                postgres(kafka.namespace(), engines),
                openSearch(kafka.namespace(), engines.openSearch()),
                engines.clamd().map(Scanner::parse),
                settings.bucket()
                        .<BlobSettings>map(bucket -> new BlobSettings.InBucket(s3(bucket, layout)))
                        .orElseGet(() -> new BlobSettings.InFolder(layout.blobs())),
                layout,
                settings.masterKey().orElseGet(layout::masterKey),
                settings.ports().commandApi(),
                settings.ports().queryApi(),
                EnumSet.allOf(Role.class),
                settings.uploads(),
                settings.corsOrigins(),
                settings.claims(),
                settings.oidc(),
                generator,
                settings.models().allowance());
    }

    public PlatformSettings withPorts(int commandApi, int queryApi) {
        return new PlatformSettings(
                kafka,
                postgres,
                openSearch,
                scanner,
                blobs,
                layout,
                masterKey,
                commandApi,
                queryApi,
                roles,
                uploads,
                corsOrigins,
                claims,
                oidc,
                generator,
                allowance);
    }

    public PlatformSettings withRoles(Set<Role> others) {
        return new PlatformSettings(
                kafka,
                postgres,
                openSearch,
                scanner,
                blobs,
                layout,
                masterKey,
                commandApiPort,
                queryApiPort,
                others,
                uploads,
                corsOrigins,
                claims,
                oidc,
                generator,
                allowance);
    }

    public PlatformSettings withOidc(OidcSettings others) {
        return new PlatformSettings(
                kafka,
                postgres,
                openSearch,
                scanner,
                blobs,
                layout,
                masterKey,
                commandApiPort,
                queryApiPort,
                roles,
                uploads,
                corsOrigins,
                claims,
                others,
                generator,
                allowance);
    }

    public PlatformSettings withGenerator(GeneratorSettings other) {
        return new PlatformSettings(
                kafka,
                postgres,
                openSearch,
                scanner,
                blobs,
                layout,
                masterKey,
                commandApiPort,
                queryApiPort,
                roles,
                uploads,
                corsOrigins,
                claims,
                oidc,
                other,
                allowance);
    }

    /// What the processors of this platform need to know.
    public ProcessorsSettings processors() {
        return new ProcessorsSettings(
                roles,
                kafka,
                postgres,
                openSearch,
                layout.processors(),
                masterKey,
                blobs,
                scanner,
                ProcessorsSettings.USUAL_JANITOR_GRACE,
                ProcessorsSettings.USUAL_ERASURE_PATIENCE,
                Optional.of(claimSecret()),
                generator,
                allowance);
    }

    private ClaimSecret claimSecret() {
        return claims.orElseGet(() -> ClaimSecretFile.in(layout.claimSecret()));
    }

    /// The environment by which processors in another process do all the work of this platform.
    ///
    /// @throws IllegalStateException when files are in a bucket
    public Map<String, String> processorsEnvironment() {
        if (!(blobs instanceof BlobSettings.InFolder(var files))) {
            throw new IllegalStateException("only with files in a folder");
        }
        var variables = new HashMap<String, String>();
        variables.put("SILLOK_NAMESPACE", kafka.namespace().value());
        variables.put("SILLOK_ROLES", "all");
        variables.put("SILLOK_DATA", layout.root().toString());
        variables.put("SILLOK_BLOBS", files.toString());
        variables.put("SILLOK_MASTER_KEY", masterKey.toString());
        variables.put("SILLOK_KAFKA", kafka.bootstrapServers());
        variables.put("SILLOK_KAFKA_REPLICATION", Short.toString(kafka.replication()));
        variables.put("SILLOK_KAFKA_PARTITIONS", Integer.toString(kafka.partitions()));
        variables.put("SILLOK_POSTGRES", postgres.url());
        variables.put("SILLOK_POSTGRES_USER", postgres.user());
        variables.put("SILLOK_POSTGRES_PASSWORD", postgres.password());
        variables.put("SILLOK_OPENSEARCH", openSearch.nodes().getFirst().toString());
        variables.put("SILLOK_CLAIM_SECRET", claimSecret().base64());
        scanner.ifPresent(s -> variables.put("SILLOK_CLAMD", s.host() + ":" + s.port()));
        variables.put("SILLOK_AI_ALLOWANCE", Long.toString(allowance.tokens()));
        variables.putAll(generator.environment());
        return Map.copyOf(variables);
    }

    private static PostgresSettings postgres(Namespace namespace, EngineAddresses engines) {
        return new PostgresSettings(
                engines.postgresUrl(),
                engines.postgresUser(),
                engines.postgresPassword(),
                namespace);
    }

    private static OpenSearchSettings openSearch(Namespace namespace, URI url) {
        return new OpenSearchSettings(List.of(url), namespace);
    }

    private static S3Settings s3(Bucket bucket, Layout layout) {
        return new S3Settings(
                bucket.endpoint(),
                bucket.region(),
                bucket.name(),
                bucket.prefix(),
                S3Settings.Credentials.of(bucket.accessKey(), bucket.secretKey()),
                layout.staging());
    }
}
