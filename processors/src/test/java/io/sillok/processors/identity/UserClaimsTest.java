package io.sillok.processors.identity;

import static io.sillok.processors.identity.People.ADA;
import static io.sillok.processors.identity.People.IDENTITY;
import static io.sillok.processors.identity.People.NAME;
import static io.sillok.processors.identity.People.USERNAME;
import static io.sillok.processors.identity.People.registered;
import static org.assertj.core.api.Assertions.assertThat;

import io.sillok.processors.engine.DeciderFixture;
import io.sillok.processors.engine.claims.Claim;
import io.sillok.schemas.envelope.Role;
import io.sillok.schemas.identity.UserCommand;
import io.sillok.schemas.identity.UserEvent;
import io.sillok.schemas.identity.UserEvent.Deactivated;
import io.sillok.schemas.identity.UserEvent.DetailsChanged;
import io.sillok.schemas.identity.UserEvent.Erased;
import io.sillok.schemas.identity.UserEvent.ExternalLinked;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What no two accounts have in common.
class UserClaimsTest {

    private final DeciderFixture<UserCommand, UserState, UserEvent> fixture =
            DeciderFixture.of(new UserDecider());

    @Test
    void areRefusedAsTaken() {
        assertThat(claims(registered(), new ExternalLinked(ADA, IDENTITY)))
                .extracting(claim -> claim.taken().reason())
                .containsExactly("email-taken", "username-taken", "identity-linked-elsewhere");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ada@Example.COM", "ＡＤＡ@example.com", "ada@EXAMPLE。com"})
    void areTheSameForEverySpelling(String email) {
        assertThat(
                        claims(
                                new UserEvent.Registered(
                                        ADA,
                                        Optional.of(email),
                                        Optional.of("ADA"),
                                        NAME,
                                        List.of(Role.USER),
                                        true)))
                .isEqualTo(claims(registered()));
    }

    @Test
    void followTheDetails() {
        UserEvent changed = new DetailsChanged(ADA, Optional.of("l@example.com"), USERNAME, NAME);

        assertThat(claims(registered(), changed))
                .hasSize(2)
                .contains(claims(registered()).get(1))
                .doesNotContain(claims(registered()).get(0));
    }

    @Test
    void stayWhileSomebodyIsNotActive() {
        assertThat(claims(registered(), new Deactivated(ADA))).isEqualTo(claims(registered()));
    }

    @Test
    void areFreeWhenThePersonIsErased() {
        assertThat(claims(registered(), new ExternalLinked(ADA, IDENTITY), new Erased(ADA)))
                .isEmpty();
    }

    private List<Claim> claims(UserEvent... events) {
        return new UserDecider().claims(fixture.given(events).state());
    }
}
