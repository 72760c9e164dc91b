package io.sillok.standalone.stage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sillok.commandapi.identity.oidc.OidcSettings;
import io.sillok.platform.testkit.WholeLog;
import io.sillok.platform.testkit.WholeLog.Stored;
import io.sillok.platform.testkit.ledger.Attempt;
import io.sillok.platform.testkit.ledger.ClaimsHaveOneHolder;
import io.sillok.platform.testkit.ledger.LedgerChecker;
import io.sillok.platform.web.access.Grant;
import io.sillok.platform.web.access.Scopes;
import io.sillok.processors.generation.model.ModelSettings;
import io.sillok.processors.generation.worker.GeneratorSettings;
import io.sillok.sandbox.SandboxModel;
import io.sillok.sandbox.SandboxSettings;
import io.sillok.sandbox.Switches;
import io.sillok.schemas.envelope.CommandId;
import io.sillok.schemas.envelope.Role;
import io.sillok.schemas.topics.Namespace;
import io.sillok.schemas.topics.Topic;
import io.sillok.schemas.topics.Topics;
import io.sillok.standalone.EngineAddresses;
import io.sillok.standalone.Platform;
import io.sillok.standalone.PlatformSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/// The whole platform on real engines, in a namespace of its own: both APIs in this JVM, the
/// processors in a child process. Used by one test at a time.
public final class Stage implements AutoCloseable {

    /// How the model answers unless a test says otherwise.
    public static final Switches QUICK = Switches.USUAL.with("each=1");

    private static final Duration QUIET_WITHIN = Duration.ofMinutes(2);

    private final EngineRoom engines;
    private final Namespace namespace;
    private final Path folder;
    private final HttpClient http;
    private PlatformSettings settings;
    private SandboxModel model;
    private Platform platform;
    private ProcessorsProcess processors;

    private Stage(EngineRoom engines, Namespace namespace, Path folder) {
        this.engines = engines;
        this.namespace = namespace;
        this.folder = folder;
        this.model = modelAt(0, SandboxSettings.USUAL_KEY);
        this.settings =
                PlatformSettings.on(namespace, engines.addresses(), folder)
                        .withRoles(Set.of())
                        .withGenerator(answeredBy(model.uri()));
        this.http =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(Duration.ofSeconds(5))
                        .build();
        this.platform = Platform.start(settings);
        this.processors = launch();
    }

    static Stage open(EngineRoom engines, String namespace) {
        try {
            Path folder = Files.createTempDirectory("sillok-" + namespace);
            return new Stage(engines, new Namespace(namespace), folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Client admin() {
        return client("admin", Role.ADMIN);
    }

    public Client client(String user, Role... roles) {
        return client(user, Set.of(roles), Scopes.of(Set.of(roles)));
    }

    /// A caller whose token was issued for these scopes only.
    public Client client(String user, Set<Role> roles, Set<String> scopes) {
        return client(platform.token(new Grant(user, roles, scopes, Duration.ofHours(2))));
    }

    public Client anonymous() {
        return client("");
    }

    /// A token that both APIs believe.
    public String token(Grant grant) {
        return platform.token(grant);
    }

    /// A caller with this very token, whatever it is.
    public Client client(String token) {
        return new Client(http, platform.commandApi(), platform.queryApi(), token);
    }

    /// Has another model answer questions from now on, in the place of the one before.
    ///
    /// @param key that it takes
    /// @param meanwhile happens while there is none
    public void replaceModel(String key, Runnable meanwhile) {
        int port = model.uri().getPort();
        model.close();
        try {
            meanwhile.run();
        } finally {
            model = modelAt(port, key);
        }
    }

    /// The model that answers questions here.
    public SandboxModel model() {
        return model;
    }

    public EngineRoom engines() {
        return engines;
    }

    public ProcessorsProcess processors() {
        return processors;
    }

    /// Stops and starts all three services on the same data. Their addresses stay.
    public void restart() {
        PlatformSettings same =
                settings.withPorts(platform.commandApi().getPort(), platform.queryApi().getPort());
        processors.close();
        platform.close();
        platform = Platform.start(same);
        processors = launch();
    }

    /// Lets people in with their accounts at these providers, if it does not yet.
    public void logInWith(OidcSettings providers) {
        if (!settings.oidc().equals(providers)) {
            settings = settings.withOidc(providers);
            restart();
        }
    }

    /// Restarts the processors, with erasures that wait no longer than this for what is in their
    /// way.
    public void eraseWithPatience(Duration patience) {
        Map<String, String> environment = new HashMap<>(settings.processorsEnvironment());
        environment.put("SILLOK_ERASURE_PATIENCE", patience.toString());
        processors.close();
        processors = new ProcessorsProcess(environment, folder.resolve("processors.log"));
    }

    /// How many commands about identity a request sent.
    public long identityCommandsOf(Answer answer) {
        String request = answer.required("X-Request-Id");
        return new WholeLog(addresses().kafka())
                .read(Topics.IDENTITY_COMMANDS.in(namespace)).stream()
                        .filter(
                                stored ->
                                        stored.record()
                                                .header("ce_correlationid")
                                                .filter(request::equals)
                                                .isPresent())
                        .count();
    }

    /// The status of `/health/ready`.
    ///
    /// @param api `command` or `query`
    public int readiness(String api) {
        URI uri = api.equals("command") ? platform.commandApi() : platform.queryApi();
        return anonymous().send(uri, "GET", "/health/ready", BodyPublishers.noBody()).status();
    }

    /// Everything on the events topic.
    public List<Stored> events() {
        return new WholeLog(addresses().kafka()).read(Topics.CATALOG_EVENTS.in(namespace));
    }

    /// How many events (not settlements) there are.
    public long countEvents() {
        return events().stream()
                .filter(stored -> stored.record().header("ce_sequence").isPresent())
                .count();
    }

    /// The status of an upload that announces this many bytes.
    public int statusOfDeclaredLength(long bytes) {
        return new DeclaredLength(platform.commandApi(), admin().token(), bytes).status();
    }

    /// Files that uploads left behind on their way in.
    public List<Path> stagedFiles() {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().contains("staging"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Waits until the views have caught up, then holds everything against the log.
    public LedgerChecker.Report check(List<Attempt> attempts) {
        CatalogModels models = models();
        OfferModels offers = new OfferModels(models.postgres(), models.search());
        Awaitility.await()
                .atMost(QUIET_WITHIN)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofSeconds(1))
                .ignoreExceptions()
                .until(() -> viewDifferences(models, offers).isEmpty());
        LedgerChecker.Report report =
                new LedgerChecker(events())
                        .attempts(attempts, this::statusOf)
                        .chains()
                        .invariant(new CategoryNamesAreUnique())
                        .invariant(new ClaimsHaveOneHolder())
                        .views(models.categories())
                        .views(models.materials())
                        .views(offers.items())
                        .views(offers.posts())
                        .report(attempts);
        assertThat(report.differences()).isEmpty();
        Figures.line("ledger: " + report);
        return report;
    }

    /// Every command on the log has exactly one settlement, once those have come to rest that the
    /// engine sends to itself.
    public void checkThatEveryCommandSettled() {
        Awaitility.await().atMost(QUIET_WITHIN).untilAsserted(this::requireSettlements);
    }

    private void requireSettlements() {
        requireSettlements(Topics.CATALOG_COMMANDS, Topics.CATALOG_EVENTS);
        requireSettlements(Topics.IDENTITY_COMMANDS, Topics.IDENTITY_EVENTS);
    }

    private void requireSettlements(Topic commands, Topic events) {
        WholeLog log = new WholeLog(addresses().kafka());
        List<String> sent =
                log.read(commands.in(namespace)).stream()
                        .map(stored -> stored.record().header("ce_id").orElseThrow())
                        .toList();
        List<String> settled =
                log.read(events.in(namespace)).stream()
                        .filter(stored -> stored.record().header("ce_sequence").isEmpty())
                        .map(stored -> stored.record().header("ce_causationid").orElseThrow())
                        .toList();
        assertThat(settled).containsExactlyInAnyOrderElementsOf(sent);
    }

    /// The folder with the keys that tokens are signed with.
    public Path keys() {
        return settings.layout().keys();
    }

    /// The file with the master key of personal data.
    public Path masterKey() {
        return settings.masterKey();
    }

    /// The folder of the blob store.
    public Path blobs() {
        return folder.resolve("blobs");
    }

    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    public EngineAddresses addresses() {
        return engines.addresses();
    }

    public Namespace namespace() {
        return namespace;
    }

    @Override
    public void close() {
        processors.close();
        platform.close();
        model.close();
    }

    private static SandboxModel modelAt(int port, String key) {
        SandboxModel model = SandboxModel.start(new SandboxSettings(port, key, true));
        model.set(QUICK);
        return model;
    }

    private static GeneratorSettings answeredBy(URI endpoint) {
        return new GeneratorSettings(
                Optional.of(
                        ModelSettings.of(
                                endpoint, SandboxSettings.USUAL_KEY, "sandbox", List.of())),
                GeneratorSettings.NONE.prices());
    }

    private List<String> viewDifferences(CatalogModels models, OfferModels offers) {
        return new LedgerChecker(events())
                .views(models.categories())
                .views(models.materials())
                .views(offers.items())
                .views(offers.posts())
                .report(List.of())
                .differences();
    }

    private Optional<String> statusOf(CommandId command) {
        Answer answer = admin().get("/api/v1/commands/" + command, "Consistency", "strong");
        JsonNode status = answer.json().path("status");
        return answer.status() == 200 ? Optional.of(status.asText()) : Optional.empty();
    }

    private CatalogModels models() {
        EngineAddresses at = addresses();
        return new CatalogModels(
                new PostgresRows(
                        at.postgresUrl(),
                        at.postgresUser(),
                        at.postgresPassword(),
                        namespace.underscored("live")),
                new SearchDocuments(http, at.openSearch(), namespace.value()));
    }

    private ProcessorsProcess launch() {
        return new ProcessorsProcess(
                settings.processorsEnvironment(), folder.resolve("processors.log"));
    }
}
