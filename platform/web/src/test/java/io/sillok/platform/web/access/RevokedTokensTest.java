package io.sillok.platform.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.sillok.platform.web.access.Revocations.Standing;
import io.sillok.schemas.envelope.AccessEffect;
import io.sillok.schemas.envelope.AccessEvents;
import io.sillok.schemas.envelope.Role;
import io.sillok.schemas.wire.Headers;
import io.sillok.schemas.wire.WireRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RevokedTokensTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final String ADA = UUID.randomUUID().toString();
    private static final UUID SESSION = UUID.randomUUID();
    private static final UUID KEY = UUID.randomUUID();
    private static final int MOST = 3;

    private final AtomicReference<Instant> now = new AtomicReference<>(NOON);
    private final RevokedTokens revoked =
            new RevokedTokens(
                    new AccessEvents(
                            "users",
                            "sessions",
                            "api-keys",
                            Map.of(
                                    "ended", AccessEffect.ENDED,
                                    "barred", AccessEffect.BARRED,
                                    "admitted", AccessEffect.ADMITTED,
                                    "changed", AccessEffect.CHANGED)),
                    MOST,
                    now::get);

    @BeforeEach
    void catchUp() {
        revoked.caughtUp();
    }

    private void learn(String type, String subject, long sequence) {
        revoked.learn(
                new WireRecord(
                        "key",
                        Map.of(
                                Headers.TYPE,
                                type,
                                Headers.SUBJECT,
                                subject,
                                Headers.SEQUENCE,
                                Long.toString(sequence)),
                        new byte[0]));
    }

    /// Of a token that was issued at noon when Ada's account had this version.
    private Standing standing(long holderVersion) {
        return revoked.ofToken(
                new Caller(
                        ADA,
                        Set.of(Role.USER),
                        Set.of(),
                        Optional.of(new SessionClaim(SESSION, holderVersion))),
                NOON);
    }

    @Test
    void areUnknownUntilTheLogHasBeenRead() {
        RevokedTokens fresh = new RevokedTokens(new AccessEvents("u", "s", "k", Map.of()));
        Caller caller = new Caller(ADA, Set.of(), Set.of());

        assertThat(fresh.ofToken(caller, NOON)).isEqualTo(Standing.UNKNOWN);
        assertThat(fresh.ofKey(KEY, ADA)).isEqualTo(Standing.UNKNOWN);
        fresh.caughtUp();
        assertThat(fresh.ofToken(caller, NOON)).isEqualTo(Standing.VALID);
    }

    @Test
    void areThoseOfASessionThatEnded() {
        learn("ended", "sessions/" + UUID.randomUUID(), 2);
        assertThat(standing(1)).isEqualTo(Standing.VALID);

        learn("ended", "sessions/" + SESSION, 2);
        assertThat(standing(1)).isEqualTo(Standing.VOID);
        assertThat(standing(9)).isEqualTo(Standing.VOID);
    }

    @Test
    void areAllOfAPersonWhoMayDoNothing() {
        learn("barred", "users/" + ADA, 4);

        assertThat(standing(9)).isEqualTo(Standing.VOID);
        assertThat(revoked.ofToken(new Caller(ADA, Set.of(), Set.of()), NOON))
                .isEqualTo(Standing.VOID);
        assertThat(revoked.ofKey(KEY, ADA)).isEqualTo(Standing.VOID);
    }

    @Test
    void areOnlyTheOldOnesOfAPersonWhoMayDoSomethingAgain() {
        learn("barred", "users/" + ADA, 4);
        learn("admitted", "users/" + ADA, 5);

        assertThat(standing(3)).isEqualTo(Standing.VOID);
        assertThat(standing(5)).isEqualTo(Standing.VALID);
    }

    @Test
    void areThoseIssuedBeforeTheRolesChanged() {
        learn("changed", "users/" + ADA, 4);

        assertThat(standing(3)).isEqualTo(Standing.VOID);
        assertThat(standing(4)).isEqualTo(Standing.VALID);
        assertThat(revoked.ofKey(KEY, ADA)).isEqualTo(Standing.VALID);
    }

    @Test
    void areNotFewerWhenOldNewsIsRepeated() {
        learn("barred", "users/" + ADA, 4);
        learn("admitted", "users/" + ADA, 3);

        assertThat(standing(9)).isEqualTo(Standing.VOID);
    }

    @Test
    void areKeysThatEnded() {
        learn("ended", "api-keys/" + KEY, 2);

        assertThat(revoked.ofKey(KEY, ADA)).isEqualTo(Standing.VOID);
        assertThat(revoked.ofKey(UUID.randomUUID(), ADA)).isEqualTo(Standing.VALID);
    }

    @Test
    void areNotMoreForWhatIsNoNews() {
        learn("registered", "users/" + ADA, 4);
        revoked.learn(new WireRecord("key", Map.of(Headers.TYPE, "barred"), new byte[0]));
        revoked.learn(
                new WireRecord(
                        "key",
                        Map.of(
                                Headers.TYPE, "barred",
                                Headers.SUBJECT, "users/" + ADA,
                                Headers.SEQUENCE, "four"),
                        new byte[0]));

        assertThat(standing(1)).isEqualTo(Standing.VALID);
    }

    @Test
    void areForgottenWhenTheirTokensHaveExpired() {
        learn("ended", "sessions/" + SESSION, 2);

        now.set(NOON.plus(RevokedTokens.LOOK_BACK).plus(Duration.ofSeconds(1)));
        learn("ended", "sessions/" + UUID.randomUUID(), 2);

        assertThat(standing(1)).isEqualTo(Standing.VALID);
    }

    @Test
    void areMoreRatherThanFewerWhenThereIsTooMuchNews() {
        now.set(NOON.plusSeconds(1));
        learn("ended", "sessions/" + SESSION, 2);
        for (int i = 0; i < MOST; i++) {
            learn("ended", "sessions/" + UUID.randomUUID(), 2);
        }

        assertThat(standing(1)).isEqualTo(Standing.VOID);
        assertThat(
                        revoked.ofToken(
                                new Caller(
                                        ADA,
                                        Set.of(),
                                        Set.of(),
                                        Optional.of(new SessionClaim(UUID.randomUUID(), 1))),
                                NOON.plusSeconds(2)))
                .isEqualTo(Standing.VALID);
    }
}
