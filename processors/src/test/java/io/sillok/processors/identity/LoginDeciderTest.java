package io.sillok.processors.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.sillok.processors.engine.DeciderFixture;
import io.sillok.schemas.identity.LoginCommand;
import io.sillok.schemas.identity.LoginCommand.Attempt;
import io.sillok.schemas.identity.LoginEvent;
import io.sillok.schemas.identity.LoginEvent.Failed;
import io.sillok.schemas.identity.LoginEvent.Locked;
import io.sillok.schemas.identity.LoginEvent.Succeeded;
import io.sillok.schemas.identity.LoginId;
import io.sillok.schemas.problems.ErrorCode;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoginDeciderTest {

    private static final LoginId NAME = new LoginId(new UUID(4, 4));
    private static final Failed FAILED = new Failed(NAME);
    private static final Duration QUARTER = Duration.ofMinutes(15);

    private final DeciderFixture<LoginCommand, LoginState, LoginEvent> fixture =
            DeciderFixture.of(new LoginDecider());

    private final DeciderFixture<LoginCommand, LoginState, LoginEvent> four =
            fixture.given(FAILED, FAILED, FAILED, FAILED);

    private final DeciderFixture<LoginCommand, LoginState, LoginEvent> locked =
            four.when(new Attempt(NAME, false)).then();

    @Test
    void countsAFailure() {
        fixture.when(new Attempt(NAME, false)).thenRecords(FAILED);
    }

    @Test
    void saysNothingOfASuccess() {
        fixture.when(new Attempt(NAME, true)).thenChangesNothing();
    }

    @Test
    void forgetsFailuresWithASuccess() {
        four.when(new Attempt(NAME, true)).thenRecords(new Succeeded(NAME));
        four.given(new Succeeded(NAME)).when(new Attempt(NAME, false)).thenRecords(FAILED);
    }

    @Test
    void locksWithTheFifthFailure() {
        four.when(new Attempt(NAME, false))
                .thenRecords(
                        FAILED,
                        new Locked(NAME, DeciderFixture.START.plusSeconds(4).plus(QUARTER)));
    }

    @Test
    void countsFailuresOfTheLastQuarterOnly() {
        four.later(QUARTER).when(new Attempt(NAME, false)).thenRecords(FAILED);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void refusesEveryPasswordWhileItIsLocked(boolean right) {
        locked.when(new Attempt(NAME, right)).thenRejects(ErrorCode.E4004, "account-locked");
    }

    @Test
    void saysHowLong() {
        var refused = locked.later(Duration.ofMinutes(5)).when(new Attempt(NAME, true));

        assertThat(refused.problem().retryAfter()).contains(10L * 60 - 2);
    }

    @Test
    void opensAgainAfterAQuarter() {
        locked.later(QUARTER).when(new Attempt(NAME, true)).thenRecords(new Succeeded(NAME));
        locked.later(QUARTER).when(new Attempt(NAME, false)).thenRecords(FAILED);
    }

    @Test
    void remembersNoMoreThanItNeeds() {
        assertThat(four.later(QUARTER).given(FAILED).state().failures()).hasSize(1);
        assertThat(locked.state().failures()).isEmpty();
    }
}
