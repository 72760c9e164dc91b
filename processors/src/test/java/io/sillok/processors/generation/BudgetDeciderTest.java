package io.sillok.processors.generation;

import static io.sillok.processors.generation.Given.ADA;
import static io.sillok.processors.generation.Given.AMPLE;
import static io.sillok.processors.generation.Given.AS_ADA;
import static io.sillok.processors.generation.Given.FIRST;
import static io.sillok.processors.generation.Given.took;
import static org.assertj.core.api.Assertions.assertThat;

import io.sillok.processors.engine.DeciderFixture;
import io.sillok.schemas.generation.AccountEvent;
import io.sillok.schemas.generation.Allowance;
import io.sillok.schemas.generation.Budget;
import io.sillok.schemas.generation.BudgetCommand;
import io.sillok.schemas.generation.BudgetEvent;
import io.sillok.schemas.generation.BudgetPeriod;
import io.sillok.schemas.problems.ErrorCode;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BudgetDeciderTest {

    private static final Instant DAY = DeciderFixture.START;
    private static final Allowance LESS = new Allowance(500, BudgetPeriod.DAY);
    private static final Allowance MONTHLY = new Allowance(9_000, BudgetPeriod.MONTH);

    private final DeciderFixture<BudgetCommand, Account, AccountEvent> fixture =
            DeciderFixture.of(new BudgetDecider(AMPLE));

    @Test
    void isWhatAnAdministratorAllows() {
        fixture.when(new BudgetCommand.Allow(ADA, MONTHLY))
                .thenRecords(
                        new BudgetEvent.Allowed(ADA, MONTHLY),
                        new BudgetEvent.Granted(
                                ADA, 9_000, DAY, Instant.parse("2026-02-01T00:00:00Z")));
    }

    @Test
    void isForAdministratorsToSay() {
        fixture.by(AS_ADA)
                .when(new BudgetCommand.Allow(ADA, LESS))
                .thenRejects(ErrorCode.E4005, "admin-required");
    }

    @Test
    void keepsWhatWasSpentInTheSamePeriod() {
        var spent =
                fixture.given(
                        new BudgetEvent.Granted(
                                ADA, 10_000, DAY, Instant.parse("2026-01-02T00:00:00Z")),
                        new BudgetEvent.Reserved(ADA, FIRST, 1_000, DAY),
                        new BudgetEvent.Settled(ADA, FIRST, 1_000, 900, took(800, 100)));

        Budget budget =
                spent.when(new BudgetCommand.Allow(ADA, LESS))
                        .then()
                        .state()
                        .budget()
                        .orElseThrow();

        assertThat(budget.spent()).isEqualTo(900);
        assertThat(budget.available()).isEqualTo(-400);
    }

    @Test
    void isNotSaidTwice() {
        fixture.when(new BudgetCommand.Allow(ADA, LESS))
                .then()
                .when(new BudgetCommand.Allow(ADA, LESS))
                .thenChangesNothing();
    }
}
