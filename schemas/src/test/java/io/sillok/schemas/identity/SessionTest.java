package io.sillok.schemas.identity;

import static io.sillok.schemas.envelope.History.time;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.sillok.schemas.envelope.History;
import io.sillok.schemas.personal.UserId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SessionTest {

    private static final SessionId ID = new SessionId(new UUID(1, 1));
    private static final UserId HOLDER = new UserId(new UUID(2, 2));
    private static final List<SessionEvent> LIFE =
            List.of(
                    new SessionEvent.Opened(ID, HOLDER, 3, time(100)),
                    new SessionEvent.Refreshed(ID, HOLDER, time(200)),
                    new SessionEvent.ReuseDetected(ID, HOLDER),
                    new SessionEvent.Ended(ID, HOLDER, EndReason.REUSED));

    @Test
    void isOpenUntilItEnds() {
        assertThat(after(1))
                .isEqualTo(
                        new Session(
                                ID,
                                1,
                                HOLDER,
                                SessionStatus.OPEN,
                                Optional.empty(),
                                time(1),
                                time(1),
                                time(100)));
        assertThat(after(3).isOpen()).isTrue();
        assertThat(after(4).isOpen()).isFalse();
        assertThat(after(4).endReason()).contains(EndReason.REUSED);
    }

    @Test
    void livesLongerWhenItIsRefreshed() {
        assertThat(after(2).expiresAt()).isEqualTo(time(200));
        assertThat(after(2).refreshedAt()).isEqualTo(time(2));
        assertThat(after(4).refreshedAt()).isEqualTo(time(2));
    }

    @Test
    void isNotChangedByRepeats() {
        Session session = after(4);

        for (int i = 0; i < LIFE.size(); i++) {
            assertThat(evolve(Optional.of(session), i + 1, LIFE.get(i))).isSameAs(session);
        }
    }

    @Test
    void isNotWhatHappensToAllOfThem() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                evolve(
                                        Optional.empty(),
                                        1,
                                        new SessionEvent.Restricted(HOLDER, 1, true)));
    }

    @Test
    void isAnsweredAsAResource() {
        assertThat(SessionResource.of(after(4)).status()).isEqualTo(SessionStatus.ENDED);
        assertThat(SessionResource.of(after(4)).endReason()).contains(EndReason.REUSED);
    }

    private static Session after(int events) {
        Optional<Session> session = Optional.empty();
        for (int i = 0; i < events; i++) {
            session = Optional.of(evolve(session, i + 1, LIFE.get(i)));
        }
        return session.orElseThrow();
    }

    private static Session evolve(Optional<Session> before, long sequence, SessionEvent event) {
        return Session.evolve(before, History.at(sequence, ID.subject(), event));
    }
}
