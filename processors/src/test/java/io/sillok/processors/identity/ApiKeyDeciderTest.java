package io.sillok.processors.identity;

import static io.sillok.processors.identity.People.ADA;
import static io.sillok.processors.identity.People.AS_ADA;
import static io.sillok.processors.identity.People.AS_ADMIN;
import static io.sillok.processors.identity.People.AS_EVE;
import static io.sillok.processors.identity.People.PLATFORM;
import static io.sillok.processors.identity.People.digest;
import static org.assertj.core.api.Assertions.assertThat;

import io.sillok.processors.engine.DeciderFixture;
import io.sillok.processors.engine.Kept;
import io.sillok.schemas.envelope.Actor;
import io.sillok.schemas.identity.ApiKeyCommand;
import io.sillok.schemas.identity.ApiKeyCommand.Issue;
import io.sillok.schemas.identity.ApiKeyCommand.Restrict;
import io.sillok.schemas.identity.ApiKeyCommand.Revoke;
import io.sillok.schemas.identity.ApiKeyEvent;
import io.sillok.schemas.identity.ApiKeyEvent.Issued;
import io.sillok.schemas.identity.ApiKeyEvent.Restricted;
import io.sillok.schemas.identity.ApiKeyEvent.Revoked;
import io.sillok.schemas.identity.ApiKeyId;
import io.sillok.schemas.identity.Credential;
import io.sillok.schemas.identity.EndReason;
import io.sillok.schemas.problems.ErrorCode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ApiKeyDeciderTest {

    private static final ApiKeyId KEY = key(1);
    private static final Optional<String> NAME = Optional.of("build");
    private static final List<String> SCOPES = List.of("catalog:write");
    private static final Instant START = DeciderFixture.START;

    private final DeciderFixture<ApiKeyCommand, KeyRing, ApiKeyEvent> fixture =
            DeciderFixture.of(new ApiKeyDecider()).by(AS_ADA);

    private final DeciderFixture<ApiKeyCommand, KeyRing, ApiKeyEvent> issued =
            fixture.given(issued(KEY));

    @Nested
    class Issuing {

        @Test
        void isRecordedWithoutTheSecret() {
            fixture.when(issue(KEY, Optional.empty()))
                    .keeping(
                            new Kept(
                                    KEY.subject(),
                                    new Credential.ApiKeyDigest(KEY, ADA, digest(1))))
                    .thenRecords(issued(KEY));
        }

        @Test
        void takesAnEndOfItsOwn() {
            Instant end = START.plus(Duration.ofDays(7));

            fixture.when(issue(KEY, Optional.of(end)))
                    .thenRecords(new Issued(KEY, ADA, NAME, SCOPES, end));
        }

        @Test
        void refusesStrangers() {
            for (Actor actor : List.of(AS_EVE, AS_ADMIN)) {
                fixture.by(actor)
                        .when(issue(KEY, Optional.empty()))
                        .thenRejects(ErrorCode.E4005, "holder-required");
            }
        }

        @Test
        void refusesThoseWhoMayDoNothing() {
            fixture.given(new Restricted(ADA, true))
                    .when(issue(KEY, Optional.empty()))
                    .thenRejects(ErrorCode.E4005, "user-inactive");
        }

        @Test
        void refusesANameThatIsNone() {
            fixture.when(named(Optional.empty())).thenRejects(ErrorCode.E4002, "name-missing");
            fixture.when(named(Optional.of(" "))).thenRejects(ErrorCode.E4001, "name-length");
            fixture.when(named(Optional.of("가".repeat(101))))
                    .thenRejects(ErrorCode.E4001, "name-length");
        }

        @Test
        void refusesScopesThatAreNone() {
            List<String> many =
                    IntStream.range(0, 21).mapToObj(i -> "s:" + (char) ('a' + i)).toList();
            for (List<String> scopes :
                    List.of(List.<String>of(), List.of("all"), List.of("a:B"), many)) {
                fixture.when(scoped(scopes)).thenRejects(ErrorCode.E4001, "scopes-invalid");
            }
        }

        @Test
        void refusesAnEndThatIsTooNearOrTooFar() {
            for (Duration time : List.of(Duration.ofSeconds(59), Duration.ofDays(367))) {
                fixture.when(issue(KEY, Optional.of(START.plus(time))))
                        .thenRejects(ErrorCode.E4001, "expiry-out-of-range");
            }
        }

        @Test
        void refusesWhatIsNoDigest() {
            fixture.when(new Issue(KEY, ADA, NAME, SCOPES, Optional.empty(), "secret"))
                    .thenRejects(ErrorCode.E4001, "digest-invalid");
        }

        @Test
        void refusesAnIdInUse() {
            issued.when(issue(KEY, Optional.empty()))
                    .thenRejects(ErrorCode.E4008, "api-key-exists");
        }

        @Test
        void refusesMoreThanAnybodyMayHave() {
            full().when(issue(key(100), Optional.empty()))
                    .thenRejects(ErrorCode.E4008, "too-many-api-keys");
        }

        @Test
        void endsThoseThatHaveExpired() {
            var later = full().later(ApiKeyDecider.USUAL);

            assertThat(later.when(issue(key(100), Optional.empty())).accepted())
                    .hasSize(51)
                    .startsWith(new Revoked(KEY, ADA, EndReason.EXPIRED));
        }

        private DeciderFixture<ApiKeyCommand, KeyRing, ApiKeyEvent> full() {
            var full = fixture;
            for (int i = 1; i <= ApiKeyDecider.MOST_KEYS; i++) {
                full = full.given(issued(key(i)));
            }
            return full;
        }
    }

    @Nested
    class Revoking {

        @Test
        void isRecordedForItsOwnerAndForAdministrators() {
            for (Actor actor : List.of(AS_ADA, AS_ADMIN)) {
                issued.by(actor)
                        .when(new Revoke(KEY, ADA))
                        .thenRecords(new Revoked(KEY, ADA, EndReason.REVOKED));
            }
        }

        @Test
        void refusesStrangers() {
            issued.by(AS_EVE)
                    .when(new Revoke(KEY, ADA))
                    .thenRejects(ErrorCode.E4005, "holder-required");
        }

        @Test
        void refusesItTwice() {
            issued.given(new Revoked(KEY, ADA, EndReason.REVOKED))
                    .when(new Revoke(KEY, ADA))
                    .thenRejects(ErrorCode.E4007, "api-key-not-found");
        }
    }

    @Nested
    class Restricting {

        @Test
        void endsAllOfThem() {
            issued.given(issued(key(2)))
                    .by(PLATFORM)
                    .when(new Restrict(ADA, true, EndReason.ERASED))
                    .thenRecords(
                            new Revoked(KEY, ADA, EndReason.ERASED),
                            new Revoked(key(2), ADA, EndReason.ERASED),
                            new Restricted(ADA, true));
        }

        @Test
        void letsThemBeMadeAgain() {
            fixture.given(new Restricted(ADA, true))
                    .by(PLATFORM)
                    .when(new Restrict(ADA, false, EndReason.DEACTIVATED))
                    .thenRecords(new Restricted(ADA, false));
        }

        @Test
        void isForThePlatformOnly() {
            issued.by(AS_ADMIN)
                    .when(new Restrict(ADA, true, EndReason.ERASED))
                    .thenRejects(ErrorCode.E4005, "platform-required");
        }
    }

    @Test
    void isShownUntilItIsRevoked() {
        var decider = new ApiKeyDecider();

        assertThat(decider.represent(issued.state(), KEY.subject())).isPresent();
        assertThat(
                        decider.represent(
                                issued.given(new Revoked(KEY, ADA, EndReason.REVOKED)).state(),
                                KEY.subject()))
                .isEmpty();
    }

    private static ApiKeyId key(int number) {
        return new ApiKeyId(new UUID(5, number));
    }

    private static Issued issued(ApiKeyId key) {
        return new Issued(key, ADA, NAME, SCOPES, START.plus(ApiKeyDecider.USUAL));
    }

    private static Issue issue(ApiKeyId key, Optional<Instant> end) {
        return new Issue(key, ADA, NAME, SCOPES, end, digest(1));
    }

    private static Issue named(Optional<String> name) {
        return new Issue(KEY, ADA, name, SCOPES, Optional.empty(), digest(1));
    }

    private static Issue scoped(List<String> scopes) {
        return new Issue(KEY, ADA, NAME, scopes, Optional.empty(), digest(1));
    }
}
