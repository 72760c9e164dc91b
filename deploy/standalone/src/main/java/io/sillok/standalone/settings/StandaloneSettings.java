package io.sillok.standalone.settings;

import io.sillok.commandapi.catalog.UploadSettings;
import io.sillok.commandapi.identity.oidc.OidcSettings;
import io.sillok.platform.kafka.KafkaSettings;
import io.sillok.processors.engine.claims.ClaimSecret;
import io.sillok.processors.generation.worker.GeneratorSettings;
import io.sillok.schemas.generation.Allowance;
import io.sillok.schemas.topics.Namespace;
import io.sillok.standalone.LaunchFailure;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;

/// What was set, ready to be used.
///
/// @param data absolute
/// @param masterKey absolute
/// @param claims empty: the one of the data folder
/// @param oidc whose accounts elsewhere are good for a login
/// @param models where questions are answered
public record StandaloneSettings(
        Path data,
        Namespace namespace,
        Ports ports,
        Memory memory,
        GivenKafka kafka,
        Optional<GivenPostgres> postgres,
        Optional<URI> openSearch,
        Optional<HostAndPort> clamd,
        Optional<Bucket> bucket,
        Optional<Path> masterKey,
        UploadSettings uploads,
        List<String> corsOrigins,
        Optional<ClaimSecret> claims,
        OidcSettings oidc,
        Models models) {

    public StandaloneSettings {
        corsOrigins = List.copyOf(corsOrigins);
    }

    /// Reads every setting.
    ///
    /// @param start where relative paths on the command line and in the environment start
    /// @param home where the default data folder is
    /// @throws LaunchFailure naming the first value that will not do
    public static StandaloneSettings read(SettingSources sources, Path start, Path home) {
        var said = sources.find(Setting.DATA);
        var data =
                said.map(path -> path.path(start))
                        .orElseGet(() -> home.resolve(Setting.DATA.fallback()));
        return new SettingsReading(sources.withFileIn(data), start).read(data);
    }

    /// Where things started here listen, on 127.0.0.1; 0 for any free port.
    public record Ports(int commandApi, int queryApi, int kafka, int postgres, int openSearch) {

        /// Any free ones.
        public static final Ports ANY = new Ports(0, 0, 0, 0, 0);
    }

    /// Megabytes for the engines started here.
    public record Memory(int kafka, int postgres, int openSearch) {}

    /// The Kafka to use, if one was given, and how topics are laid out on it or on our own.
    ///
    /// @param properties file with further properties of every client
    public record GivenKafka(
            Optional<String> servers,
            Optional<Path> properties,
            short replication,
            int partitions) {}

    /// A PostgreSQL to use. Its text form hides the password.
    public record GivenPostgres(String url, String user, String password) {

        @Override
        public String toString() {
            return "GivenPostgres[url=" + url + ", user=" + user + "]";
        }
    }

    /// Where questions are answered.
    ///
    /// @param given at an endpoint, or nothing but prices
    /// @param sandboxPort where the sandbox model listens when no endpoint was given
    /// @param allowance what an account may use that nobody allowed anything else
    public record Models(GeneratorSettings given, int sandboxPort, Allowance allowance) {}

    public record HostAndPort(String host, int port) {}

    /// A bucket for the files. Its text form hides the secret.
    public record Bucket(
            String name,
            Optional<URI> endpoint,
            String region,
            String prefix,
            Optional<String> accessKey,
            Optional<String> secretKey) {

        @Override
        public String toString() {
            return "Bucket[name=" + name + ", endpoint=" + endpoint + "]";
        }
    }

    /// The log as its clients need it.
    ///
    /// @param servers where it answers
    /// @throws LaunchFailure when the file with further properties cannot be read
    public KafkaSettings kafkaAt(String servers) {
        return new KafkaSettings(
                servers,
                namespace,
                kafka.replication(),
                kafka.partitions(),
                kafka.properties().map(StandaloneSettings::properties).orElse(Map.of()));
    }

    private static Map<String, String> properties(Path file) {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new LaunchFailure(
                    "%s: %s cannot be read".formatted(Setting.KAFKA_PROPERTIES.key(), file), e);
        }
        return properties.stringPropertyNames().stream()
                .collect(Collectors.toMap(name -> name, properties::getProperty));
    }

    /// The same on another folder and other ports, and on engines of its own whatever was given.
    public StandaloneSettings alone(Path folder, Ports others) {
        return new StandaloneSettings(
                folder,
                namespace,
                others,
                memory,
                new GivenKafka(
                        Optional.empty(),
                        Optional.empty(),
                        (short) 1,
                        KafkaSettings.USUAL_PARTITIONS),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                uploads,
                corsOrigins,
                Optional.empty(),
                OidcSettings.NONE,
                new Models(GeneratorSettings.NONE, 0, models.allowance()));
    }
}
