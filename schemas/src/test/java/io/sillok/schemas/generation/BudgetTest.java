package io.sillok.schemas.generation;

import static io.sillok.schemas.generation.History.ADA;
import static io.sillok.schemas.generation.History.FIRST;
import static io.sillok.schemas.generation.History.SECOND;
import static io.sillok.schemas.generation.History.at;
import static io.sillok.schemas.generation.History.time;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class BudgetTest {

    private static final Consumption TOOK =
            new Consumption("small", new Usage(30, 10, false), Cost.none("USD"));

    @Test
    void holdsWhatIsPutAside() {
        Budget budget = after(granted(), reserved(FIRST, 300), reserved(SECOND, 200));

        assertThat(budget.reserved()).isEqualTo(500);
        assertThat(budget.available()).isEqualTo(500);
        assertThat(budget.find(FIRST)).map(Reservation::tokens).contains(300L);
    }

    @Test
    void spendsWhatIsUsedAndGetsTheRestBack() {
        Budget budget =
                after(
                        granted(),
                        reserved(FIRST, 300),
                        new BudgetEvent.Settled(ADA, FIRST, 300, 40, TOOK));

        assertThat(budget.spent()).isEqualTo(40);
        assertThat(budget.available()).isEqualTo(960);
    }

    @Test
    void getsBackWhatWasNotUsed() {
        Budget budget =
                after(
                        granted(),
                        reserved(FIRST, 300),
                        reserved(SECOND, 200),
                        new BudgetEvent.Released(ADA, FIRST, 300),
                        new BudgetEvent.Expired(ADA, SECOND, 200));

        assertThat(budget.reservations()).isEmpty();
        assertThat(budget.available()).isEqualTo(1_000);
    }

    @Test
    void beginsAnewWithThePeriodButForWhatIsPutAside() {
        Budget budget =
                after(
                        granted(),
                        reserved(FIRST, 300),
                        new BudgetEvent.Settled(ADA, FIRST, 300, 40, TOOK),
                        reserved(SECOND, 200),
                        new BudgetEvent.Granted(ADA, 1_000, time(100), time(200)));

        assertThat(budget.spent()).isZero();
        assertThat(budget.available()).isEqualTo(800);
    }

    @Test
    void keepsWhatWasSpentWhenAnotherAmountIsGranted() {
        Budget budget =
                after(
                        granted(),
                        reserved(FIRST, 300),
                        new BudgetEvent.Settled(ADA, FIRST, 300, 40, TOOK),
                        new BudgetEvent.Allowed(ADA, new Allowance(20, BudgetPeriod.DAY)),
                        new BudgetEvent.Granted(ADA, 20, time(0), time(100)));

        assertThat(budget.available()).isEqualTo(-20);
        assertThat(BudgetResource.of(budget).available()).isZero();
    }

    @Test
    void isNotChangedByRepeats() {
        Budget once = after(granted(), reserved(FIRST, 300));

        assertThat(Budget.evolve(Optional.of(once), at(2, reserved(FIRST, 300)))).isSameAs(once);
    }

    @Test
    void prolongsOneReservation() {
        Budget budget =
                after(
                        granted(),
                        reserved(FIRST, 300),
                        reserved(SECOND, 200),
                        new BudgetEvent.Prolonged(ADA, FIRST, time(90)));

        assertThat(budget.find(FIRST)).map(Reservation::until).contains(time(90));
        assertThat(budget.find(SECOND)).map(Reservation::until).contains(time(50));
    }

    private static Budget after(BudgetEvent... events) {
        Optional<Budget> budget = Optional.empty();
        for (int n = 0; n < events.length; n++) {
            budget = Optional.of(Budget.evolve(budget, at(n + 1, events[n])));
        }
        return budget.orElseThrow();
    }

    private static BudgetEvent granted() {
        return new BudgetEvent.Granted(ADA, 1_000, time(0), time(100));
    }

    private static BudgetEvent reserved(GenerationId generation, long tokens) {
        return new BudgetEvent.Reserved(ADA, generation, tokens, time(50));
    }
}
