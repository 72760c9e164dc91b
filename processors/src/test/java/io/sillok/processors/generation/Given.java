package io.sillok.processors.generation;

import io.sillok.processors.engine.DeciderFixture;
import io.sillok.schemas.envelope.Actor;
import io.sillok.schemas.envelope.Role;
import io.sillok.schemas.generation.AccountEvent;
import io.sillok.schemas.generation.AccountId;
import io.sillok.schemas.generation.AgentId;
import io.sillok.schemas.generation.Allowance;
import io.sillok.schemas.generation.Answer;
import io.sillok.schemas.generation.BudgetPeriod;
import io.sillok.schemas.generation.Consumption;
import io.sillok.schemas.generation.Cost;
import io.sillok.schemas.generation.GenerationCommand;
import io.sillok.schemas.generation.GenerationId;
import io.sillok.schemas.generation.Parameters;
import io.sillok.schemas.generation.Prompt;
import io.sillok.schemas.generation.Usage;
import io.sillok.schemas.personal.UserId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Whom and what the tests of generation are about.
public final class Given {

    static final UserId ADA = new UserId(new UUID(0x1111_0000_0000_7000L, 1));
    static final Actor AS_ADA = new Actor(ADA.toString(), Set.of(Role.USER));
    static final Actor AS_EVE = new Actor(new UUID(6, 6).toString(), Set.of(Role.USER));
    static final Actor WORKER = Actor.system("generate");
    static final AccountId ACCOUNT = AccountId.of(ADA);
    static final GenerationId FIRST = generation(1);
    static final GenerationId SECOND = generation(2);
    static final AgentId AGENT = AgentId.of(ACCOUNT, new UUID(3, 3));

    static final Prompt QUESTION = question("정렬 함수를 만들어 줘");
    static final Prompt GAP = new Prompt.Completion("for i in ", "", Optional.empty());
    static final Answer ANSWER = answer("sorted(xs)");
    static final Consumption TOOK = took(100, 20);

    /// What [#QUESTION] is put aside.
    static final long TOKENS = TokenBound.of(QUESTION, Optional.empty(), 2_048);

    static final Allowance AMPLE = new Allowance(10 * TOKENS, BudgetPeriod.DAY);

    private Given() {}

    static GenerationId generation(int number) {
        return GenerationId.of(ACCOUNT, new UUID(0, number));
    }

    static Prompt question(String text) {
        return new Prompt.Code(text, Optional.empty(), Optional.empty(), Optional.empty());
    }

    static Answer answer(String text) {
        return new Answer(text, Optional.of(text), Optional.empty(), List.of(), "0".repeat(64));
    }

    static Consumption took(long prompt, long completion) {
        return new Consumption("sandbox", new Usage(prompt, completion, false), Cost.none("USD"));
    }

    static GenerationCommand.Request request(GenerationId id, Prompt prompt) {
        return new GenerationCommand.Request(
                id, ADA, true, Optional.of(prompt), Optional.empty(), Parameters.NONE);
    }

    static GenerationCommand.Complete complete(GenerationId id, int attempt) {
        return new GenerationCommand.Complete(id, ADA, attempt, Optional.of(ANSWER), TOOK, 4);
    }

    /// The first is asked, and a worker has begun; the next command is a worker's.
    static DeciderFixture<GenerationCommand, Account, AccountEvent> begun(
            DeciderFixture<GenerationCommand, Account, AccountEvent> nothing) {
        return nothing.when(request(FIRST, QUESTION))
                .then()
                .by(WORKER)
                .when(new GenerationCommand.Begin(FIRST, ADA))
                .then();
    }

    /// The first is answered; the next command is the owner's.
    static DeciderFixture<GenerationCommand, Account, AccountEvent> answered(
            DeciderFixture<GenerationCommand, Account, AccountEvent> nothing) {
        return begun(nothing).when(complete(FIRST, 1)).then().by(AS_ADA);
    }

    /// The rules for who may use so many tokens a day.
    static DeciderFixture<GenerationCommand, Account, AccountEvent> allowing(long tokens) {
        return DeciderFixture.of(new GenerationDecider(new Allowance(tokens, BudgetPeriod.DAY)))
                .by(AS_ADA);
    }
}
