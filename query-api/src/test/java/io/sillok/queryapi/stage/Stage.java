package io.sillok.queryapi.stage;

import io.sillok.engines.Engines;
import io.sillok.platform.blobs.BlobSettings;
import io.sillok.platform.kafka.KafkaSettings;
import io.sillok.platform.kafka.TopicProvisioning;
import io.sillok.platform.stores.OpenSearchSettings;
import io.sillok.platform.stores.PostgresSettings;
import io.sillok.platform.stores.ReadModelSchema;
import io.sillok.platform.stores.SchemaFailure;
import io.sillok.platform.stores.Search;
import io.sillok.platform.stores.SearchIndices;
import io.sillok.platform.web.RunningService;
import io.sillok.platform.web.WebSettings;
import io.sillok.platform.web.access.Grant;
import io.sillok.platform.web.access.Scopes;
import io.sillok.platform.web.access.SigningKeys;
import io.sillok.platform.web.access.TokenIssuer;
import io.sillok.platform.web.access.TokenSettings;
import io.sillok.queryapi.QueryApiApplication;
import io.sillok.queryapi.QueryApiSettings;
import io.sillok.schemas.envelope.Role;
import io.sillok.schemas.topics.Namespace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/// The real engines, a query API on them, and a library that fills them as the platform would.
public final class Stage implements AutoCloseable {

    private final Path folder;
    private final Engines engines;
    private final QueryApiSettings settings;
    private final TokenIssuer tokens;
    private final RunningService service;
    private final Library library;
    private final Plans plans;

    private Stage(
            Path folder,
            Engines engines,
            QueryApiSettings settings,
            TokenIssuer tokens,
            RunningService service) {
        this.folder = folder;
        this.engines = engines;
        this.settings = settings;
        this.tokens = tokens;
        this.service = service;
        this.library = Library.open(settings);
        this.plans = Plans.on(settings.postgres());
    }

    static Stage open() {
        try {
            Path folder = Files.createTempDirectory("query-api");
            Engines engines = Engines.start(folder.resolve("engines"));
            try {
                return open(folder, engines);
            } catch (RuntimeException e) {
                engines.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stage open(Path folder, Engines engines) {
        SigningKeys keys = SigningKeys.in(folder.resolve("keys"));
        QueryApiSettings settings = settings(folder, engines, keys.jwks());
        TopicProvisioning.provision(settings.kafka());
        ReadModelSchema.migrate(settings.postgres());
        try (Search search = Search.open(settings.openSearch())) {
            // the first index takes its time on a machine with much else to do
            Awaitility.await()
                    .atMost(Duration.ofMinutes(1))
                    .ignoreExceptionsInstanceOf(SchemaFailure.class)
                    .untilAsserted(() -> new SearchIndices(search).migrate());
        }
        return new Stage(
                folder,
                engines,
                settings,
                new TokenIssuer(keys, "sillok", "sillok"),
                QueryApiApplication.start(settings));
    }

    public Engines engines() {
        return engines;
    }

    public QueryApiSettings settings() {
        return settings;
    }

    public Library library() {
        return library;
    }

    public Plans plans() {
        return plans;
    }

    /// Somebody without rights of their own.
    public Client user(String id) {
        return as(id, Set.of(Role.USER), Set.of());
    }

    /// Who may ask models.
    public Client coder(String id) {
        return as(id, Set.of(Role.USER), Set.of(Scopes.GENERATION_USE));
    }

    public Client editor() {
        return as("edith", Set.of(Role.EDITOR), Set.of());
    }

    public Client administrator() {
        return as("adam", Set.of(Role.ADMIN), Scopes.ALL);
    }

    public Client auditor() {
        return as("audrey", Set.of(Role.USER), Set.of("audit:read"));
    }

    public Client nobody() {
        return new Client(service.uri(), List.of());
    }

    private Client as(String id, Set<Role> roles, Set<String> scopes) {
        String token =
                tokens.issue(new Grant(id, roles, scopes, Duration.ofHours(1)), Instant.now());
        return new Client(service.uri(), List.of("Authorization", "Bearer " + token));
    }

    @Override
    public void close() {
        library.close();
        plans.close();
        service.stop();
        engines.close();
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static QueryApiSettings settings(Path folder, Engines engines, Path jwks) {
        Namespace namespace = new Namespace("test");
        return QueryApiSettings.usual(
                WebSettings.onLoopback(0, new TokenSettings("sillok", "sillok", jwks.toString())),
                new KafkaSettings(
                        engines.kafka().bootstrapServers(), namespace, (short) 1, 3, Map.of()),
                new PostgresSettings(
                        engines.postgres().jdbcUrl(),
                        engines.postgres().user(),
                        engines.postgres().password(),
                        namespace),
                new OpenSearchSettings(List.of(engines.openSearch().url()), namespace),
                new BlobSettings.InFolder(folder.resolve("blobs")),
                folder.resolve("master.key"),
                folder.resolve("digest.key"));
    }
}
