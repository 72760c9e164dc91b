package io.sillok.processors.identity;

import static io.sillok.processors.identity.People.ADA;
import static io.sillok.processors.identity.People.EMAIL;
import static io.sillok.processors.identity.People.HASH;
import static io.sillok.processors.identity.People.NAME;
import static io.sillok.processors.identity.People.USERNAME;
import static io.sillok.processors.identity.People.digest;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sillok.platform.testkit.personal.Keyring;
import io.sillok.processors.engine.DecidingDriver;
import io.sillok.schemas.claims.ClaimAnswer;
import io.sillok.schemas.claims.ClaimCommand;
import io.sillok.schemas.envelope.CommandEnvelope;
import io.sillok.schemas.envelope.KeptEnvelope;
import io.sillok.schemas.identity.ApiKeyCommand;
import io.sillok.schemas.identity.ApiKeyId;
import io.sillok.schemas.identity.Credential;
import io.sillok.schemas.identity.EndReason;
import io.sillok.schemas.identity.SessionCommand;
import io.sillok.schemas.identity.SessionId;
import io.sillok.schemas.identity.UserCommand;
import io.sillok.schemas.wire.Decoded;
import io.sillok.schemas.wire.KeptCodec;
import io.sillok.schemas.wire.WireRecord;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What follows from the events of identity, in its own topology.
class ConsequencesTest {

    private static final SessionId SESSION = new SessionId(new UUID(3, 1));
    private static final SessionId OTHER = new SessionId(new UUID(3, 2));
    private static final ApiKeyId KEY = new ApiKeyId(new UUID(5, 1));

    private final Keyring keys = new Keyring();
    private DecidingDriver driver;

    @BeforeEach
    void start(@TempDir Path directory) {
        driver = new DecidingDriver(IdentityModule.decides(keys.everywhere()), directory);
        driver.send(Requests.of(new UserCommand.Register(ADA, EMAIL, USERNAME, NAME, HASH)));
        driver.send(Requests.of(new SessionCommand.Open(SESSION, ADA, 1, digest(1))));
        driver.send(Requests.of(new SessionCommand.Open(OTHER, ADA, 1, digest(2))));
        driver.send(
                Requests.of(
                        new ApiKeyCommand.Issue(
                                KEY,
                                ADA,
                                Optional.of("build"),
                                List.of("catalog:write"),
                                Optional.empty(),
                                digest(3))));
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    @Nested
    class Credentials {

        @Test
        void areKeptOnATopicOfTheirOwn() {
            assertThat(credentials())
                    .containsOnly(
                            Map.entry(ADA.subject().toString(), kept(1, password())),
                            Map.entry(
                                    SESSION.subject().toString(),
                                    kept(1, new Credential.SessionDigest(SESSION, ADA, digest(1)))),
                            Map.entry(
                                    OTHER.subject().toString(),
                                    kept(1, new Credential.SessionDigest(OTHER, ADA, digest(2)))),
                            Map.entry(
                                    KEY.subject().toString(),
                                    kept(1, new Credential.ApiKeyDigest(KEY, ADA, digest(3)))));
        }

        @Test
        void areInNoEvent() {
            driver.send(
                    Requests.of(new SessionCommand.Refresh(SESSION, ADA, digest(1), digest(4))));

            assertThat(driver.records())
                    .isNotEmpty()
                    .extracting(record -> new String(record.value(), UTF_8))
                    .allSatisfy(
                            value ->
                                    assertThat(value)
                                            .doesNotContain("argon2id")
                                            .doesNotContain(digest(1))
                                            .doesNotContain(digest(2))
                                            .doesNotContain(digest(3))
                                            .doesNotContain(digest(4))
                                            .doesNotContain("ada@example.com"));
        }

        @Test
        void areUnreadableForOthersWhereTheyArePersonal() {
            assertThat(driver.kept())
                    .extracting(record -> new String(record.value(), UTF_8))
                    .noneMatch(value -> value.contains("argon2id"));
        }

        @Test
        void followThePassword() {
            driver.kept();
            driver.send(
                    Requests.of(
                            new UserCommand.ChangePassword(
                                    ADA, People.hash('B'), Optional.empty())));

            assertThat(credentials())
                    .containsEntry(
                            ADA.subject().toString(),
                            kept(2, new Credential.Password(ADA, People.hash('B'))));
        }

        @Test
        void areForgottenWithWhatEnds() {
            driver.kept();
            driver.send(Requests.of(new SessionCommand.End(SESSION, ADA)));

            assertThat(driver.kept())
                    .singleElement()
                    .satisfies(
                            record -> {
                                assertThat(record.key()).isEqualTo(SESSION.subject().toString());
                                assertThat(record.value()).isEmpty();
                            });
        }

        private Credential password() {
            return new Credential.Password(ADA, HASH);
        }
    }

    @Nested
    class ANewPassword {

        @Test
        void endsAllSessionsButTheOneThatAskedForIt() {
            driver.letters();
            driver.send(
                    Requests.of(
                            new UserCommand.ChangePassword(
                                    ADA, People.hash('B'), Optional.of(OTHER))));

            assertThat(commands())
                    .containsExactly(
                            new SessionCommand.Restrict(
                                    ADA, 2, false, EndReason.PASSWORD_CHANGED, Optional.of(OTHER)));
        }

        @Test
        void isFollowedByTheEnd() {
            driver.kept();
            driver.send(
                    Requests.of(
                            new UserCommand.ChangePassword(
                                    ADA, People.hash('B'), Optional.of(OTHER))));

            assertThat(credentials())
                    .containsEntry(SESSION.subject().toString(), Optional.empty())
                    .doesNotContainKey(OTHER.subject().toString());
        }
    }

    @Nested
    class AnErasure {

        @Test
        void endsSessionsAndKeysAndForgetsEveryCredential() {
            driver.letters();
            driver.kept();
            driver.send(Requests.of(new UserCommand.Erase(ADA)));

            assertThat(commands())
                    .containsExactlyInAnyOrder(
                            new SessionCommand.Restrict(
                                    ADA, 2, true, EndReason.ERASED, Optional.empty()),
                            new ApiKeyCommand.Restrict(ADA, true, EndReason.ERASED));
            assertThat(credentials())
                    .containsOnlyKeys(
                            ADA.subject().toString(),
                            SESSION.subject().toString(),
                            OTHER.subject().toString(),
                            KEY.subject().toString())
                    .allSatisfy((_, kept) -> assertThat(kept).isEmpty());
        }

        @Test
        void freesWhatNobodyElseCouldHave() {
            driver.letters();
            driver.send(Requests.of(new UserCommand.Erase(ADA)));

            assertThat(driver.letters())
                    .extracting(CommandEnvelope::command)
                    .filteredOn(ClaimCommand.Release.class::isInstance)
                    .hasSize(2);
        }
    }

    @Nested
    class ADeactivation {

        @Test
        void endsSessionsAndKeysUntilItIsTakenBack() {
            driver.letters();
            driver.send(Requests.ofAdmin(active(false)));
            driver.send(Requests.ofAdmin(active(true)));

            assertThat(commands())
                    .containsExactlyInAnyOrder(
                            new SessionCommand.Restrict(
                                    ADA, 2, true, EndReason.DEACTIVATED, Optional.empty()),
                            new ApiKeyCommand.Restrict(ADA, true, EndReason.DEACTIVATED),
                            new SessionCommand.Restrict(
                                    ADA, 3, false, EndReason.DEACTIVATED, Optional.empty()),
                            new ApiKeyCommand.Restrict(ADA, false, EndReason.DEACTIVATED));
        }

        private static UserCommand active(boolean active) {
            return new UserCommand.Administer(ADA, Optional.empty(), Optional.of(active));
        }
    }

    /// What the platform was asked to do, beside claims.
    private List<Object> commands() {
        return driver.letters().stream()
                .<Object>map(CommandEnvelope::command)
                .filter(command -> !(command instanceof ClaimCommand))
                .filter(command -> !(command instanceof ClaimAnswer))
                .toList();
    }

    /// The newest of each key, decrypted.
    private Map<String, Optional<Object>> credentials() {
        return driver.kept().stream()
                .collect(Collectors.toMap(WireRecord::key, this::decoded, (_, later) -> later));
    }

    private Optional<Object> decoded(WireRecord record) {
        return KeptCodec.decode(record, keys)
                        instanceof Decoded.Message<KeptEnvelope<Object>>(var envelope)
                ? envelope.kept().map(kept -> kept(envelope.sequence(), kept).orElseThrow())
                : Optional.of("not decoded");
    }

    private static Optional<Object> kept(long sequence, Object credential) {
        return Optional.of(Map.entry(sequence, credential));
    }
}
