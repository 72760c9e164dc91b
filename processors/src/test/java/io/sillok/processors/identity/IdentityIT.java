package io.sillok.processors.identity;

import static io.sillok.processors.identity.People.digest;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sillok.engines.Engines;
import io.sillok.platform.stores.PostgresSettings;
import io.sillok.platform.stores.personal.PersonalStore;
import io.sillok.platform.testkit.WholeLog;
import io.sillok.platform.testkit.WholeLog.Stored;
import io.sillok.platform.testkit.ledger.ClaimsHaveOneHolder;
import io.sillok.platform.testkit.ledger.LedgerChecker;
import io.sillok.processors.engine.projection.Parking;
import io.sillok.processors.engine.projection.ProjectionRebuild;
import io.sillok.processors.engine.projection.ProjectionRunner;
import io.sillok.processors.engine.projection.ProjectionStage;
import io.sillok.processors.engine.projection.StoredProjection;
import io.sillok.processors.identity.projection.IdentityProjections;
import io.sillok.schemas.envelope.CommandEnvelope;
import io.sillok.schemas.envelope.Ids;
import io.sillok.schemas.identity.ApiKeyCommand;
import io.sillok.schemas.identity.ApiKeyId;
import io.sillok.schemas.identity.CodingProfile;
import io.sillok.schemas.identity.ExplanationStyle;
import io.sillok.schemas.identity.OutputStructure;
import io.sillok.schemas.identity.SessionCommand;
import io.sillok.schemas.identity.SessionId;
import io.sillok.schemas.identity.SkillLevel;
import io.sillok.schemas.identity.UserCommand;
import io.sillok.schemas.operations.CommandSettled;
import io.sillok.schemas.operations.CommandSettled.Outcome;
import io.sillok.schemas.personal.UserId;
import io.sillok.schemas.problems.Problem;
import io.sillok.schemas.topics.Namespace;
import io.sillok.schemas.topics.Topic;
import io.sillok.schemas.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/// Identity on real engines, its deciders in processes that are killed, its views with every record
/// twice.
@TestInstance(Lifecycle.PER_CLASS)
class IdentityIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int RIVALS = 50;
    private static final List<String> SPELLINGS =
            List.of(
                    "%s@bücher.example",
                    "%S@BÜCHER.EXAMPLE",
                    "%s@xn--bcher-kva.example",
                    "%s@bu\u0308cher.example",
                    "%s@ＢÜＣＨＥＲ.example");

    private Path folder;
    private Namespace namespace;
    private Engines engines;
    private ProjectionStage stage;
    private PersonalStore personal;
    private IdentityLog log;
    private final List<DecidersProcess> deciders = new ArrayList<>();

    @BeforeAll
    void startEngines(@TempDir Path directory) {
        folder = directory;
        engines = Engines.start(directory.resolve("engines"));
    }

    @AfterAll
    void stopEngines() {
        engines.close();
    }

    @BeforeEach
    void open(TestInfo test) {
        namespace = new Namespace("i" + Integer.toHexString(test.getDisplayName().hashCode()));
        stage = new ProjectionStage(engines, namespace.value(), folder);
        personal =
                PersonalStore.open(
                        new PostgresSettings(
                                engines.postgres().jdbcUrl(),
                                engines.postgres().user(),
                                engines.postgres().password(),
                                namespace),
                        masterKey());
        log = new IdentityLog(stage.kafka(), personal.keys().transport());
    }

    @AfterEach
    void close() {
        deciders.forEach(DecidersProcess::close);
        deciders.clear();
        log.close();
        stage.close();
        personal.close();
    }

    @Test
    void givesAnAddressToOneOfFiftyWhateverItsSpelling() {
        ready();

        requireOneWinner(IdentityLog.await(send(registrations("one"))));
        requireOneHolderOfEachClaim();
    }

    @Test
    void givesAnAddressToOneOfFiftyAlsoWhenItIsKilledInBetween() {
        DecidersProcess first = ready();
        List<CommandEnvelope<Object>> commands = registrations("two");
        var pending = new ArrayList<>(send(commands.subList(0, RIVALS / 2)));
        await().atMost(PATIENCE).until(() -> settled(pending) > 0);
        first.kill();
        pending.addAll(send(commands.subList(RIVALS / 2, RIVALS)));
        ready();

        requireOneWinner(IdentityLog.await(pending));
        requireOneHolderOfEachClaim();
    }

    @Test
    void endsTheSessionWhenItsTokenIsExchangedTwiceAtOnce() {
        ready();

        requireEndedSessions(IdentityLog.await(send(rivalRefreshes("three"))));
    }

    @Test
    void endsTheSessionAlsoWhenItIsKilledInBetween() {
        DecidersProcess first = ready();
        var pending = send(rivalRefreshes("four"));
        await().atMost(PATIENCE).until(() -> settled(pending) > 0);
        first.kill();
        ready();

        requireEndedSessions(IdentityLog.await(pending));
    }

    @Test
    void showsWhatTheLogSaysUntilThePersonIsErased() {
        ready();
        UserId ada = user("ada");
        UserId bob = user("bob");
        liveALife(ada, "ada");
        liveALife(bob, "bob");
        List<ProjectionRunner> runners =
                projections().stream().map(each -> stage.run(each.runner())).toList();
        everythingAgain();
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> {
                            assertThat(row("users", ada)).containsEntry("username", "ada");
                            assertThat(row("users", ada)).containsEntry("skill_level", "expert");
                            assertThat(row("credentials", ada))
                                    .containsEntry("email", "ada@example.com")
                                    .containsEntry("password_hash", People.hash('B').orElseThrow());
                            assertThat(row("api_keys", key("ada").value()))
                                    .containsEntry("name", "ada's")
                                    .containsEntry("digest", digest(7));
                            assertThat(row("sessions", session("ada").value()))
                                    .containsEntry("status", "ended")
                                    .containsEntry("end_reason", "password-changed");
                        });

        assertThat(log.settle(Requests.of(new UserCommand.Erase(ada))).outcome())
                .isEqualTo(Outcome.ACCEPTED);
        personal.vault().destroy(ada);
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> {
                            assertThat(row("users", ada))
                                    .containsEntry("erased", true)
                                    .doesNotContainKeys("email", "username", "full_name");
                            assertThat(row("credentials", ada))
                                    .containsEntry("active", false)
                                    .doesNotContainKeys("email", "username", "password_hash");
                            assertThat(row("api_keys", key("ada").value()))
                                    .containsEntry("revoked", "erased")
                                    .doesNotContainKeys("name", "digest");
                            assertThat(row("users", bob)).containsEntry("username", "bob");
                        });
        everythingAgain();
        projections().forEach(this::requireSameWhenBuiltAnew);
        assertThat(runners).allMatch(ProjectionRunner::isReady);
        assertThat(new Parking(stage.postgres()).list()).isEmpty();
        requireNothingInTheOpen("ada@example.com", "Ada of ", "argon2id", digest(7));
        assertThat(
                        log.settle(
                                        Requests.of(
                                                register(
                                                        user("ada again"),
                                                        "ada@example.com",
                                                        "ada")))
                                .outcome())
                .isEqualTo(Outcome.ACCEPTED);
    }

    private void liveALife(UserId user, String name) {
        Stream.of(
                        Requests.of(register(user, name + "@example.com", name)),
                        Requests.of(new UserCommand.ChangeProfile(user, profile())),
                        Requests.of(new SessionCommand.Open(session(name), user, 2, digest(1))),
                        Requests.of(
                                new SessionCommand.Refresh(
                                        session(name), user, digest(1), digest(2))),
                        Requests.of(
                                new ApiKeyCommand.Issue(
                                        key(name),
                                        user,
                                        Optional.of(name + "'s"),
                                        List.of("catalog:write"),
                                        Optional.empty(),
                                        digest(7))),
                        Requests.of(
                                new UserCommand.ChangePassword(
                                        user, People.hash('B'), Optional.empty())))
                .forEach(
                        command ->
                                assertThat(log.settle(command).outcome())
                                        .isEqualTo(Outcome.ACCEPTED));
    }

    /// Writes every event and credential once more, as a faulty producer might.
    private void everythingAgain() {
        for (Topic topic : List.of(Topics.IDENTITY_EVENTS, Topics.IDENTITY_CREDENTIALS)) {
            stage.events().send(topic, stored(topic).stream().map(Stored::record).toList());
        }
    }

    private <S> void requireSameWhenBuiltAnew(StoredProjection<S> projection) {
        ProjectionRebuild<S> rebuild = projection.rebuild();
        try (ProjectionRunner runner = rebuild.begin()) {
            runner.start();
            assertThat(rebuild.compare(PATIENCE))
                    .as(projection.name())
                    .isInstanceOf(ProjectionRebuild.Comparison.Equal.class);
        }
    }

    /// Looks through every byte of every topic of identity, its state included.
    private void requireNothingInTheOpen(String... secrets) {
        Stream.of(
                        stage.kafka().nameOf(Topics.IDENTITY_COMMANDS),
                        stage.kafka().nameOf(Topics.IDENTITY_EVENTS),
                        namespace.dotted("identity-decider-boundaries-changelog"),
                        namespace.dotted("identity-decider-answers-changelog"))
                .flatMap(
                        topic ->
                                new WholeLog(stage.kafka().bootstrapServers()).read(topic).stream())
                .map(Stored::record)
                .forEach(
                        record ->
                                assertThat(
                                                record.key()
                                                        + record.headers()
                                                        + new String(
                                                                record.value(),
                                                                StandardCharsets.ISO_8859_1))
                                        .doesNotContain(
                                                List.of(secrets[0], secrets[1], secrets[2])));
        assertThat(stored(Topics.IDENTITY_EVENTS))
                .extracting(one -> new String(one.record().value(), StandardCharsets.ISO_8859_1))
                .noneMatch(value -> value.contains(secrets[3]));
    }

    private List<StoredProjection<?>> projections() {
        return IdentityProjections.inPostgres(
                new StoredProjection.Surroundings(
                        stage.kafka(), stage.postgres(), InstantSource.system()),
                personal.keys().persons());
    }

    private Map<String, Object> row(String view, UserId id) {
        return row(view, id.value());
    }

    /// The columns of a row that have a value.
    private Map<String, Object> row(String view, UUID id) {
        return stage.postgres()
                .jdbi()
                .withHandle(
                        handle ->
                                handle.createQuery("select * from <view> where id = :id")
                                        .define("view", namespace.underscored("live") + "." + view)
                                        .bind("id", id)
                                        .mapToMap()
                                        .findOne()
                                        .map(IdentityIT::present)
                                        .orElse(Map.of()));
    }

    private static Map<String, Object> present(Map<String, Object> row) {
        row.values().removeIf(value -> value == null);
        return row;
    }

    private static List<CommandEnvelope<Object>> registrations(String name) {
        return IntStream.range(0, RIVALS)
                .mapToObj(
                        i ->
                                Requests.of(
                                        register(
                                                user(name + i),
                                                SPELLINGS.get(i % SPELLINGS.size()).formatted(name),
                                                name + i)))
                .toList();
    }

    private static UserCommand register(UserId user, String email, String username) {
        return new UserCommand.Register(
                user,
                Optional.of(email),
                Optional.of(username),
                Optional.of("Ada of " + username),
                People.HASH);
    }

    private static void requireOneWinner(List<CommandSettled> ends) {
        assertThat(ends)
                .filteredOn(end -> end.outcome() == Outcome.ACCEPTED)
                .as("accepted")
                .hasSize(1);
        assertThat(ends)
                .filteredOn(end -> end.outcome() == Outcome.REJECTED)
                .hasSize(RIVALS - 1)
                .extracting(end -> end.problem().map(Problem::reason).orElseThrow())
                .containsOnly("email-taken");
    }

    private void requireOneHolderOfEachClaim() {
        assertThat(
                        new LedgerChecker(stored(Topics.IDENTITY_EVENTS))
                                .chains()
                                .invariant(new ClaimsHaveOneHolder())
                                .report(List.of())
                                .differences())
                .isEmpty();
    }

    /// Opens ten sessions; two refreshes with the same token of each.
    private List<CommandEnvelope<Object>> rivalRefreshes(String name) {
        UserId holder = user(name);
        List<CommandEnvelope<Object>> rivals = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            SessionId session = session(name + i);
            log.settle(Requests.of(new SessionCommand.Open(session, holder, 1, digest(i))));
            for (int rival = 1; rival <= 2; rival++) {
                rivals.add(
                        Requests.of(
                                new SessionCommand.Refresh(
                                        session, holder, digest(i), digest(100 * rival + i))));
            }
        }
        return rivals;
    }

    private static void requireEndedSessions(List<CommandSettled> ends) {
        assertThat(ends).hasSize(20).allMatch(end -> end.outcome() == Outcome.ACCEPTED);
        for (int i = 0; i < ends.size(); i += 2) {
            assertThat(List.of(status(ends.get(i)), status(ends.get(i + 1))))
                    .containsExactlyInAnyOrder("open", "ended");
        }
    }

    private static String status(CommandSettled end) {
        return end.representation().orElseThrow().path("status").asText();
    }

    private List<CompletableFuture<CommandSettled>> send(List<CommandEnvelope<Object>> commands) {
        return commands.stream().map(log::send).toList();
    }

    private static long settled(List<CompletableFuture<CommandSettled>> pending) {
        return pending.stream().filter(CompletableFuture::isDone).count();
    }

    private List<Stored> stored(Topic topic) {
        return new WholeLog(stage.kafka().bootstrapServers()).read(stage.kafka().nameOf(topic));
    }

    private DecidersProcess ready() {
        DecidersProcess process =
                DecidersProcess.start(
                        folder,
                        Map.ofEntries(
                                entry("SILLOK_ROLES", "decide"),
                                entry("SILLOK_NAMESPACE", namespace.value()),
                                entry("SILLOK_KAFKA", stage.kafka().bootstrapServers()),
                                entry(
                                        "SILLOK_KAFKA_PARTITIONS",
                                        Integer.toString(stage.kafka().partitions())),
                                entry("SILLOK_POSTGRES", engines.postgres().jdbcUrl()),
                                entry("SILLOK_POSTGRES_USER", engines.postgres().user()),
                                entry("SILLOK_POSTGRES_PASSWORD", engines.postgres().password()),
                                entry("SILLOK_OPENSEARCH", engines.openSearch().url().toString()),
                                entry("SILLOK_BLOBS", folder.resolve("blobs").toString()),
                                entry("SILLOK_MASTER_KEY", masterKey().toString()),
                                entry(
                                        "SILLOK_CLAIM_SECRET",
                                        Base64.getEncoder().encodeToString(new byte[32]))));
        deciders.add(process);
        await().atMost(PATIENCE).until(process::wasReady);
        return process;
    }

    private Path masterKey() {
        return folder.resolve("master.key");
    }

    private static Optional<CodingProfile> profile() {
        return Optional.of(
                new CodingProfile(
                        SkillLevel.EXPERT, OutputStructure.MINIMAL, ExplanationStyle.BRIEF));
    }

    private static UserId user(String name) {
        return new UserId(Ids.named("user/" + name));
    }

    private static SessionId session(String name) {
        return new SessionId(Ids.named("session/" + name));
    }

    private static ApiKeyId key(String name) {
        return new ApiKeyId(Ids.named("key/" + name));
    }
}
