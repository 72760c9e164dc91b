package io.sillok.processors.generation;

import static io.sillok.processors.generation.Given.ACCOUNT;
import static io.sillok.processors.generation.Given.ADA;
import static io.sillok.processors.generation.Given.AGENT;
import static io.sillok.processors.generation.Given.AS_ADA;
import static io.sillok.processors.generation.Given.AS_EVE;
import static io.sillok.processors.generation.Given.WORKER;
import static org.assertj.core.api.Assertions.assertThat;

import io.sillok.processors.engine.DeciderFixture;
import io.sillok.schemas.generation.AccountEvent;
import io.sillok.schemas.generation.AgentCommand;
import io.sillok.schemas.generation.AgentEvent;
import io.sillok.schemas.generation.AgentId;
import io.sillok.schemas.problems.ErrorCode;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgentDeciderTest {

    private static final Optional<String> NAME = Optional.of("리뷰어");
    private static final Optional<String> TOLD = Optional.of("짧게 답하라.");

    private final DeciderFixture<AgentCommand, Account, AccountEvent> fixture =
            DeciderFixture.of(new AgentDecider()).by(AS_ADA);

    private final DeciderFixture<AgentCommand, Account, AccountEvent> having =
            fixture.given(created(AGENT));

    @Test
    void isCreated() {
        fixture.when(create(AGENT, NAME, TOLD)).thenRecords(created(AGENT));
    }

    @Test
    void isItsOwnersOnly() {
        fixture.by(AS_EVE)
                .when(create(AGENT, NAME, TOLD))
                .thenRejects(ErrorCode.E4005, "owner-required");
        having.by(AS_EVE)
                .when(new AgentCommand.Remove(AGENT, ADA))
                .thenRejects(ErrorCode.E4005, "owner-required");
    }

    @ParameterizedTest
    @CsvSource({"0, 5, name-length", "101, 5, name-length", "5, 0, instructions-length"})
    void hasANameAndSaysSomething(int name, int told, String reason) {
        fixture.when(create(AGENT, Optional.of("가".repeat(name)), Optional.of("나".repeat(told))))
                .thenRejects(ErrorCode.E4001, reason);
    }

    @Test
    void saysFourThousandCharactersAtMost() {
        fixture.when(create(AGENT, NAME, Optional.of("가".repeat(4_001))))
                .thenRejects(ErrorCode.E4001, "instructions-length");
    }

    @Test
    void isChanged() {
        var change =
                new AgentCommand.Change(
                        AGENT, ADA, NAME, TOLD, Optional.of("big"), Optional.of(0.3));

        having.when(change)
                .thenRecords(
                        new AgentEvent.Changed(
                                AGENT, ADA, NAME, TOLD, Optional.of("big"), Optional.of(0.3)));
        having.when(change).then().when(change).thenChangesNothing();
    }

    @Test
    void isGoneWhenItIsRemoved() {
        var gone = having.when(new AgentCommand.Remove(AGENT, ADA)).then();

        assertThat(gone.state().agents()).isEmpty();
        gone.when(new AgentCommand.Remove(AGENT, ADA))
                .thenRejects(ErrorCode.E4007, "agent-not-found");
        gone.by(WORKER).when(new AgentCommand.Remove(AGENT, ADA)).thenChangesNothing();
    }

    @Test
    void isOneOfTwentyAtMost() {
        var many = fixture;
        for (int n = 0; n < AgentDecider.MOST_AGENTS; n++) {
            many = many.given(created(AgentId.of(ACCOUNT, new UUID(1, n))));
        }

        many.when(create(AGENT, NAME, TOLD)).thenRejects(ErrorCode.E4008, "too-many-agents");
    }

    private static AgentCommand create(
            AgentId id, Optional<String> name, Optional<String> instructions) {
        return new AgentCommand.Create(
                id, ADA, name, instructions, Optional.empty(), Optional.empty());
    }

    private static AgentEvent created(AgentId id) {
        return new AgentEvent.Created(id, ADA, NAME, TOLD, Optional.empty(), Optional.empty());
    }
}
