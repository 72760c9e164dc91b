package io.sillok.processors.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.sillok.schemas.catalog.CategoryCommand;
import io.sillok.schemas.catalog.CategoryId;
import io.sillok.schemas.envelope.Actor;
import io.sillok.schemas.envelope.BoundaryKey;
import io.sillok.schemas.envelope.CommandEnvelope;
import io.sillok.schemas.envelope.CommandId;
import io.sillok.schemas.envelope.Ids;
import io.sillok.schemas.operations.CommandSettled;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class CommandRowTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final CategoryId CATEGORY = new CategoryId(Ids.named("category"));

    private static final CommandEnvelope<Object> COMMAND =
            new CommandEnvelope<>(
                    new CommandId(Ids.named("command")),
                    BoundaryKey.of(CATEGORY.subject()),
                    CATEGORY.subject(),
                    NOW,
                    Actor.system("test"),
                    Ids.named("request"),
                    OptionalLong.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    new CategoryCommand.Create(CATEGORY, "Onboarding"));

    private static final CommandSettled SETTLED =
            new CommandSettled(
                    COMMAND.id(),
                    COMMAND.key(),
                    COMMAND.subject(),
                    CommandSettled.Outcome.ACCEPTED,
                    1,
                    NOW,
                    COMMAND.actor().id(),
                    Optional.empty(),
                    Optional.empty());

    @Test
    void isPendingUntilItSettles() {
        CommandRow row = CommandRow.taken(Optional.empty(), COMMAND);
        assertThat(row.end()).isEmpty();
        assertThat(row.type()).contains("io.sillok.catalog.create-category.v1");
    }

    @Test
    void isTheSameWhicheverIsReadFirst() {
        CommandRow taken = CommandRow.taken(Optional.empty(), COMMAND);
        CommandRow settled = CommandRow.settled(Optional.empty(), SETTLED, 3, 7);
        assertThat(CommandRow.settled(Optional.of(taken), SETTLED, 3, 7))
                .isEqualTo(CommandRow.taken(Optional.of(settled), COMMAND));
    }

    @Test
    void settlesOnce() {
        CommandRow settled = CommandRow.settled(Optional.empty(), SETTLED, 3, 7);
        assertThat(CommandRow.settled(Optional.of(settled), SETTLED, 3, 8)).isEqualTo(settled);
    }
}
