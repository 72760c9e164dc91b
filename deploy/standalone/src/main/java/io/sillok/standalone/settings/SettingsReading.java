package io.sillok.standalone.settings;

import io.sillok.commandapi.catalog.UploadSettings;
import io.sillok.commandapi.identity.oidc.OidcSettings;
import io.sillok.processors.engine.claims.ClaimSecret;
import io.sillok.processors.generation.GenerationModule;
import io.sillok.processors.generation.worker.GeneratorSettings;
import io.sillok.schemas.topics.Namespace;
import io.sillok.standalone.LaunchFailure;
import io.sillok.standalone.settings.StandaloneSettings.Bucket;
import io.sillok.standalone.settings.StandaloneSettings.GivenKafka;
import io.sillok.standalone.settings.StandaloneSettings.GivenPostgres;
import io.sillok.standalone.settings.StandaloneSettings.HostAndPort;
import io.sillok.standalone.settings.StandaloneSettings.Memory;
import io.sillok.standalone.settings.StandaloneSettings.Models;
import io.sillok.standalone.settings.StandaloneSettings.Ports;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// One reading of all settings.
///
/// @param start where relative paths start
record SettingsReading(SettingSources sources, Path start) {

    private static final Pattern SERVERS =
            Pattern.compile("[^\\s:,/]+:[0-9]{1,5}(,[^\\s:,/]+:[0-9]{1,5})*");

    StandaloneSettings read(Path data) {
        return new StandaloneSettings(
                data,
                namespace(),
                ports(),
                memory(),
                kafka(),
                sources.find(Setting.POSTGRES).map(this::postgres),
                sources.find(Setting.OPENSEARCH).map(Given::url),
                sources.find(Setting.CLAMD).map(SettingsReading::hostAndPort),
                sources.find(Setting.S3_BUCKET).map(this::bucket),
                sources.find(Setting.MASTER_KEY).map(path -> path.path(start)),
                uploads(),
                corsOrigins(),
                sources.find(Setting.CLAIM_SECRET).map(SettingsReading::claims),
                oidc(),
                models());
    }

    private Namespace namespace() {
        var given = sources.get(Setting.NAMESPACE);
        try {
            return new Namespace(given.value());
        } catch (IllegalArgumentException e) {
            throw given.refused(String.valueOf(e.getMessage()));
        }
    }

    private Ports ports() {
        return new Ports(
                sources.get(Setting.PORT_COMMAND_API).port(),
                sources.get(Setting.PORT_QUERY_API).port(),
                sources.get(Setting.PORT_KAFKA).port(),
                sources.get(Setting.PORT_POSTGRES).port(),
                sources.get(Setting.PORT_OPENSEARCH).port());
    }

    private Memory memory() {
        return new Memory(
                sources.get(Setting.MEMORY_KAFKA).amount(),
                sources.get(Setting.MEMORY_POSTGRES).amount(),
                sources.get(Setting.MEMORY_OPENSEARCH).amount());
    }

    private GivenKafka kafka() {
        var replication = sources.get(Setting.KAFKA_REPLICATION);
        if (replication.amount() > Short.MAX_VALUE) {
            throw replication.refused("so many copies cannot be");
        }
        return new GivenKafka(
                sources.find(Setting.KAFKA).map(SettingsReading::servers),
                sources.find(Setting.KAFKA_PROPERTIES).map(path -> path.path(start)),
                (short) replication.amount(),
                sources.get(Setting.KAFKA_PARTITIONS).amount());
    }

    private static String servers(Given given) {
        if (SERVERS.matcher(given.value()).matches()) {
            return given.value();
        }
        throw given.refused("host:port is needed, several separated by commas");
    }

    private GivenPostgres postgres(Given url) {
        if (!url.value().startsWith("jdbc:postgresql:")) {
            throw url.refused("jdbc:postgresql://host:port/database is needed");
        }
        return new GivenPostgres(
                url.value(),
                sources.get(Setting.POSTGRES_USER).value(),
                sources.get(Setting.POSTGRES_PASSWORD).value());
    }

    private UploadSettings uploads() {
        var size = sources.get(Setting.MAX_FILE_BYTES);
        var types = sources.get(Setting.FILE_TYPES);
        try {
            return new UploadSettings(size.bytes(UploadSettings.HARD_LIMIT), types.value());
        } catch (IllegalArgumentException e) {
            throw types.refused(String.valueOf(e.getMessage()));
        }
    }

    private List<String> corsOrigins() {
        return sources.find(Setting.CORS_ORIGINS).stream()
                .flatMap(given -> Stream.of(given.value().split(",", -1)))
                .map(String::strip)
                .toList();
    }

    private OidcSettings oidc() {
        var url = sources.find(Setting.PUBLIC_URL);
        var providers = sources.find(Setting.OIDC_PROVIDERS);
        try {
            return OidcSettings.parse(
                    url.map(Given::url), providers.map(Given::value).orElse("[]"));
        } catch (IllegalArgumentException e) {
            throw providers.or(() -> url).orElseThrow().refused(String.valueOf(e.getMessage()));
        }
    }

    private Models models() {
        var endpoint = sources.find(Setting.AI_ENDPOINT);
        var prices = sources.find(Setting.AI_PRICES);
        try {
            return new Models(
                    GeneratorSettings.parse(
                            endpoint.map(Given::url),
                            sources.find(Setting.AI_API_KEY).map(Given::value),
                            sources.find(Setting.AI_MODEL).map(Given::value),
                            sources.find(Setting.AI_FALLBACKS).map(Given::value).orElse(""),
                            sources.get(Setting.AI_CURRENCY).value(),
                            prices.map(Given::value).orElse("")),
                    sources.get(Setting.PORT_SANDBOX).port(),
                    GenerationModule.daily(sources.get(Setting.AI_ALLOWANCE).tokens()));
        } catch (IllegalArgumentException e) {
            throw prices.or(() -> endpoint)
                    .orElseGet(() -> sources.get(Setting.AI_CURRENCY))
                    .refused(String.valueOf(e.getMessage()));
        }
    }

    private static ClaimSecret claims(Given given) {
        try {
            return ClaimSecret.parse(given.value());
        } catch (IllegalArgumentException _) {
            throw given.refused("32 bytes or more in Base64 are needed");
        }
    }

    private static HostAndPort hostAndPort(Given given) {
        var colon = given.value().lastIndexOf(':');
        if (colon < 1) {
            throw given.refused("host:port is needed");
        }
        var port = new Given(given.setting(), given.value().substring(colon + 1), given.place());
        return new HostAndPort(given.value().substring(0, colon), port.port());
    }

    private Bucket bucket(Given name) {
        return new Bucket(
                name.value(),
                sources.find(Setting.S3_ENDPOINT).map(Given::url),
                sources.get(Setting.S3_REGION).value(),
                sources.get(Setting.S3_PREFIX).value(),
                accessKey(),
                sources.find(Setting.S3_SECRET_KEY).map(Given::value));
    }

    private Optional<String> accessKey() {
        var key = sources.find(Setting.S3_ACCESS_KEY);
        if (key.isPresent() != sources.find(Setting.S3_SECRET_KEY).isPresent()) {
            throw new LaunchFailure(
                    "%s and %s belong together: give both or none"
                            .formatted(
                                    Setting.S3_ACCESS_KEY.variable(),
                                    Setting.S3_SECRET_KEY.variable()));
        }
        return key.map(Given::value);
    }
}
