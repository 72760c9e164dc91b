package io.sillok.schemas.envelope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EnvelopeTest {

    private static final Subject SUBJECT = new Subject("materials", new UUID(1, 2));

    @Test
    void keepsNoMoreOfTheTimeThanEveryStoreDoes() {
        CommandEnvelope<String> command = command(Instant.parse("2026-01-02T03:04:05.123456789Z"));

        assertThat(command.time()).isEqualTo(Instant.parse("2026-01-02T03:04:05.123456Z"));
    }

    @Test
    void carriesAnotherCommandUnderTheSameIdentity() {
        CommandEnvelope<String> command = command(Instant.EPOCH);

        CommandEnvelope<Integer> other = command.with(7);

        assertThat(other.command()).isEqualTo(7);
        assertThat(other.with("edit")).isEqualTo(command);
    }

    @Test
    void carriesAnotherEventUnderTheSameIdentity() {
        EventEnvelope<String> event = event(1);

        assertThat(event.with(7).with("created")).isEqualTo(event);
    }

    @Test
    void countsFromOne() {
        assertThatIllegalArgumentException().isThrownBy(() -> event(0));
        assertThat(Head.NONE.sequence()).isZero();
    }

    @Test
    void asksForTheSameWorkUnderTheSameId() {
        WorkEnvelope<String> work = WorkEnvelope.because(event(1), "scan", "file");

        assertThat(WorkEnvelope.because(event(1), "scan", "file")).isEqualTo(work);
        assertThat(WorkEnvelope.because(event(1), "index", "file").id()).isNotEqualTo(work.id());
        assertThat(work.causation()).isEqualTo(event(1).id());
    }

    @Test
    void limitsKeysAndActors() {
        assertThatIllegalArgumentException().isThrownBy(() -> new BoundaryKey(" "));
        assertThatIllegalArgumentException().isThrownBy(() -> new BoundaryKey("k".repeat(201)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Actor("", Set.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new Actor("a".repeat(101), Set.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new Idempotency("", "f"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Idempotency("k".repeat(301), "f"));
    }

    @Test
    void knowsWhoCurates() {
        assertThat(new Actor("ada", Set.of(Role.USER)).curates()).isFalse();
        assertThat(new Actor("ada", Set.of(Role.EDITOR)).curates()).isTrue();
        assertThat(new Actor("ada", Set.of(Role.ADMIN)).curates()).isTrue();
        assertThat(new Actor("ada", Set.of(Role.ADMIN)).isSystem()).isFalse();
        assertThat(Actor.system("scanner").isSystem()).isTrue();
    }

    @Test
    void doesNotShareTheCallersRoles() {
        Set<Role> roles = EnumSet.of(Role.USER);
        Actor actor = new Actor("ada", roles);

        roles.add(Role.ADMIN);

        assertThat(actor.has(Role.ADMIN)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void readsTheWordOfARole(Role role) {
        assertThat(Role.parse(role.word())).isEqualTo(role);
    }

    private static CommandEnvelope<String> command(Instant time) {
        return new CommandEnvelope<>(
                new CommandId(new UUID(3, 4)),
                BoundaryKey.of(SUBJECT),
                SUBJECT,
                time,
                new Actor("ada", Set.of(Role.USER)),
                new UUID(5, 6),
                OptionalLong.empty(),
                Optional.empty(),
                Optional.empty(),
                "edit");
    }

    private static EventEnvelope<String> event(long sequence) {
        return new EventEnvelope<>(
                new UUID(7, 8),
                BoundaryKey.of(SUBJECT),
                SUBJECT,
                sequence,
                Chain.START,
                Instant.EPOCH,
                "ada",
                new UUID(5, 6),
                new CommandId(new UUID(3, 4)),
                Optional.empty(),
                "created");
    }
}
