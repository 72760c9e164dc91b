package io.sillok.schemas.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.sillok.schemas.envelope.Actor;
import io.sillok.schemas.envelope.BoundaryKey;
import io.sillok.schemas.envelope.Chain;
import io.sillok.schemas.envelope.CommandEnvelope;
import io.sillok.schemas.envelope.CommandId;
import io.sillok.schemas.envelope.EventEnvelope;
import io.sillok.schemas.envelope.Head;
import io.sillok.schemas.envelope.KeptEnvelope;
import io.sillok.schemas.identity.Credential;
import io.sillok.schemas.identity.EndReason;
import io.sillok.schemas.identity.SessionEvent;
import io.sillok.schemas.identity.SessionId;
import io.sillok.schemas.personal.PersonKeys;
import io.sillok.schemas.personal.UserId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class KeptCodecTest {

    private static final SessionId SESSION = new SessionId(new UUID(1, 1));
    private static final UserId HOLDER = new UserId(new UUID(2, 2));
    private static final EventEnvelope<SessionEvent> END =
            new EventEnvelope<>(
                    new UUID(3, 3),
                    new BoundaryKey("user-sessions/" + HOLDER),
                    SESSION.subject(),
                    4,
                    Chain.START,
                    Instant.EPOCH,
                    "ada",
                    new UUID(5, 5),
                    new CommandId(new UUID(6, 6)),
                    Optional.empty(),
                    new SessionEvent.Ended(SESSION, HOLDER, EndReason.LOGGED_OUT));

    @Test
    void saysThatNothingIsKeptAnyMore() {
        KeptEnvelope<Object> end = KeptEnvelope.noMore(END);

        WireRecord record = KeptCodec.encode(end, Credential.SessionDigest.class, PersonKeys.NONE);

        assertThat(record.value()).isEmpty();
        assertThat(record.key()).isEqualTo(SESSION.subject().toString());
        assertThat(KeptCodec.decode(record)).isEqualTo(new Decoded.Message<>(end));
    }

    @Test
    void doesNotReadAnEndOfNobodyKnowsWhat() {
        WireRecord record = new WireRecord("sessions/1", Map.of(), new byte[0]);

        assertThat(KeptCodec.decode(record)).isInstanceOf(Decoded.Undecodable.class);
    }

    @Test
    void doesNotReadWhatStandsOnOtherTopics() {
        WireRecord event =
                EventCodec.seal(
                                new CommandEnvelope<>(
                                        new CommandId(new UUID(6, 6)),
                                        END.key(),
                                        END.subject(),
                                        END.time(),
                                        Actor.system("test"),
                                        new UUID(5, 5),
                                        OptionalLong.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        END.event()),
                                END.subject(),
                                Head.NONE,
                                END.event())
                        .record();

        assertThat(KeptCodec.decode(event))
                .isInstanceOfSatisfying(
                        Decoded.Undecodable.class,
                        found -> assertThat(found.reason()).isEqualTo("unexpected-type"));
    }
}
