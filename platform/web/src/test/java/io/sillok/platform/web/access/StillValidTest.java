package io.sillok.platform.web.access;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sillok.platform.web.problems.ProblemException;
import io.sillok.schemas.envelope.AccessEffect;
import io.sillok.schemas.envelope.AccessEvents;
import io.sillok.schemas.envelope.Role;
import io.sillok.schemas.wire.Headers;
import io.sillok.schemas.wire.WireRecord;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StillValidTest {

    private static final String ADA = "01937b70-1a11-7110-8111-a1b2c3d4e501";
    private static final Caller CALLER =
            new Caller(ADA, Set.of(Role.USER), Set.of(), Optional.empty());

    private final RevokedTokens revoked =
            new RevokedTokens(
                    new AccessEvents(
                            "users",
                            "sessions",
                            "api-keys",
                            Map.of("erased", AccessEffect.BARRED)));
    private final StillValid stillValid = new StillValid(revoked, InstantSource.system());

    @Test
    void letsGoOnWhoMay() {
        revoked.caughtUp();

        assertThatCode(() -> stillValid.require(CALLER)).doesNotThrowAnyException();
    }

    @Test
    void stopsWhoWasErasedMeanwhile() {
        revoked.caughtUp();
        revoked.learn(
                new WireRecord(
                        "key",
                        Map.of(
                                Headers.TYPE, "erased",
                                Headers.SUBJECT, "users/" + ADA,
                                Headers.SEQUENCE, "3"),
                        new byte[0]));

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> stillValid.require(CALLER));
    }

    @Test
    void letsGoOnWhileNothingIsKnown() {
        assertThatCode(() -> stillValid.require(CALLER)).doesNotThrowAnyException();
    }
}
