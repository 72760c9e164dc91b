package io.sillok.processors.generation;

import static io.sillok.processors.generation.Given.ACCOUNT;
import static io.sillok.processors.generation.Given.ADA;
import static io.sillok.processors.generation.Given.ANSWER;
import static io.sillok.processors.generation.Given.AS_ADA;
import static io.sillok.processors.generation.Given.WORKER;
import static org.assertj.core.api.Assertions.assertThat;

import io.sillok.processors.engine.Decision;
import io.sillok.processors.engine.References;
import io.sillok.schemas.envelope.Actor;
import io.sillok.schemas.envelope.Chain;
import io.sillok.schemas.envelope.CommandEnvelope;
import io.sillok.schemas.envelope.CommandId;
import io.sillok.schemas.envelope.EventEnvelope;
import io.sillok.schemas.envelope.Ids;
import io.sillok.schemas.envelope.Subject;
import io.sillok.schemas.generation.AccountEvent;
import io.sillok.schemas.generation.Allowance;
import io.sillok.schemas.generation.Budget;
import io.sillok.schemas.generation.BudgetEvent;
import io.sillok.schemas.generation.BudgetPeriod;
import io.sillok.schemas.generation.GenerationCommand;
import io.sillok.schemas.generation.GenerationId;
import io.sillok.schemas.generation.Prompt;
import io.sillok.schemas.generation.Reservation;
import io.sillok.schemas.generation.StopReason;
import io.sillok.schemas.problems.ErrorCode;
import io.sillok.schemas.problems.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever is asked of an account, in whatever order: its budget is never overspent, and nothing
/// stays put aside for what is over.
class BudgetPropertiesTest {

    private static final int STEPS = 1_500;
    private static final int NAMES = 40;
    private static final Allowance SMALL = new Allowance(30_000, BudgetPeriod.DAY);
    private static final GenerationDecider DECIDER = new GenerationDecider(SMALL);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void holdWhateverIsAsked(long seed) {
        Books books = new Books();
        Random random = new Random(seed);
        for (int step = 0; step < STEPS; step++) {
            books.pass(Duration.ofSeconds(random.nextInt(200)));
            GenerationCommand command = any(random, books.account);
            boolean ofOwner =
                    command instanceof GenerationCommand.Request
                            || command instanceof GenerationCommand.Stop;
            books.take(command, ofOwner ? AS_ADA : WORKER);
            books.requireSound();
        }
        assertThat(books.accepted).isGreaterThan(STEPS / 10);
        assertThat(books.refused).isPositive();
    }

    private static GenerationCommand any(Random random, Account account) {
        GenerationId id = GenerationId.of(ACCOUNT, new UUID(random.nextInt(STEPS), 0));
        if (random.nextInt(3) > 0 && !account.open().isEmpty()) {
            id = account.open().get(random.nextInt(account.open().size())).id();
        }
        int attempt = random.nextInt(3);
        var took = Given.took(random.nextInt(3_000), random.nextInt(3_000));
        return switch (random.nextInt(9)) {
            case 0, 1, 2 -> Given.request(id, prompt(random));
            case 3, 4 -> new GenerationCommand.Begin(id, ADA);
            case 5 ->
                    new GenerationCommand.Complete(id, ADA, attempt, Optional.of(ANSWER), took, 1);
            case 6 ->
                    new GenerationCommand.Fail(
                            id,
                            ADA,
                            attempt,
                            Problem.of(ErrorCode.E5001, "model-timed-out", "Too slow."),
                            Optional.of(took).filter(_ -> random.nextBoolean()));
            case 7 ->
                    random.nextBoolean()
                            ? new GenerationCommand.Stop(id, ADA, StopReason.BY_OWNER)
                            : new GenerationCommand.ConfirmStop(
                                    id, ADA, attempt, Optional.empty(), Optional.of(took));
            default ->
                    random.nextBoolean()
                            ? new GenerationCommand.Expire(id, ADA)
                            : new GenerationCommand.Forget(id, ADA);
        };
    }

    private static Prompt prompt(Random random) {
        return random.nextInt(4) == 0 ? Given.GAP : Given.question("묻는 것 " + random.nextInt(NAMES));
    }

    /// An account as the engine keeps it, and what an accountant notes beside it.
    private static final class Books {

        private final Map<Subject, Long> versions = new HashMap<>();
        private Account account = Account.NONE;
        private Instant now = Instant.parse("2026-01-01T00:00:00Z");
        private long charged;
        private int accepted;
        private int refused;
        private int commands;

        void pass(Duration time) {
            now = now.plus(time);
        }

        void take(GenerationCommand command, Actor actor) {
            commands++;
            switch (DECIDER.decide(account, envelope(command, actor), References.NONE)) {
                case Decision.Accepted<AccountEvent>(var events, _) -> {
                    accepted++;
                    events.forEach(this::add);
                }
                case Decision.Rejected<AccountEvent> _ -> refused++;
            }
        }

        void requireSound() {
            if (account.budget().isEmpty()) {
                return;
            }
            Budget budget = account.budget().get();
            assertThat(budget.spent() + budget.reserved()).isLessThanOrEqualTo(SMALL.tokens());
            assertThat(budget.spent()).isEqualTo(charged);
            assertThat(budget.reservations())
                    .extracting(Reservation::generation)
                    .containsExactlyInAnyOrderElementsOf(
                            account.open().stream().map(OpenGeneration::id).toList());
        }

        private void add(AccountEvent event) {
            switch (event) {
                case BudgetEvent.Granted granted -> {
                    assertThat(granted.from()).isBeforeOrEqualTo(now);
                    charged = 0;
                }
                case BudgetEvent.Settled settled -> {
                    assertThat(settled.used()).isBetween(1L, settled.reserved());
                    charged += settled.used();
                }
                default -> {}
            }
            long version = versions.merge(event.subject(), 1L, Long::sum);
            account = DECIDER.evolve(account, envelope(event, version));
        }

        private EventEnvelope<AccountEvent> envelope(AccountEvent event, long version) {
            return new EventEnvelope<>(
                    Ids.named(event.subject() + "/" + version),
                    ACCOUNT.key(),
                    event.subject(),
                    version,
                    Chain.START,
                    now,
                    "test",
                    new UUID(0, commands),
                    new CommandId(new UUID(0, commands)),
                    Optional.empty(),
                    event);
        }

        private CommandEnvelope<GenerationCommand> envelope(
                GenerationCommand command, Actor actor) {
            return new CommandEnvelope<>(
                    new CommandId(new UUID(0, commands)),
                    ACCOUNT.key(),
                    command.subject(),
                    now,
                    actor,
                    new UUID(0, commands),
                    OptionalLong.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    command);
        }
    }
}
