package io.sillok.processors.generation;

import io.sillok.schemas.envelope.EventEnvelope;
import io.sillok.schemas.envelope.Subject;
import io.sillok.schemas.generation.AccountEvent;
import io.sillok.schemas.generation.Agent;
import io.sillok.schemas.generation.AgentEvent;
import io.sillok.schemas.generation.AgentId;
import io.sillok.schemas.generation.AgentResource;
import io.sillok.schemas.generation.Budget;
import io.sillok.schemas.generation.BudgetEvent;
import io.sillok.schemas.generation.BudgetResource;
import io.sillok.schemas.generation.Generation;
import io.sillok.schemas.generation.GenerationEvent;
import io.sillok.schemas.generation.GenerationId;
import io.sillok.schemas.generation.GenerationResource;
import io.sillok.schemas.generation.Reservation;
import io.sillok.schemas.personal.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What the deciders of one account know: its budget, what is asked at the moment, what was asked
/// lately, its agents. All of it in one place, so that nothing can be asked that the budget does
/// not have.
///
/// @param owner empty before anything happened
/// @param budget empty before anything was granted
/// @param open generations that are not over, oldest first
/// @param ended those that are, newest first; as many as can still be rated
/// @param recalled the generation that was answered from memory by the last event
record Account(
        Optional<UserId> owner,
        Optional<Budget> budget,
        List<OpenGeneration> open,
        List<GenerationId> ended,
        List<Agent> agents,
        KnownAnswers answers,
        Optional<Generation> recalled) {

    /// How many generations that are over can be rated.
    static final int MOST_ENDED = 200;

    static final Account NONE =
            new Account(
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    List.of(),
                    List.of(),
                    KnownAnswers.NONE,
                    Optional.empty());

    Account {
        open = List.copyOf(open);
        ended = List.copyOf(ended);
        agents = List.copyOf(agents);
    }

    Optional<OpenGeneration> find(GenerationId id) {
        return open.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    Optional<Agent> find(AgentId id) {
        return agents.stream().filter(agent -> agent.id().equals(id)).findFirst();
    }

    boolean knows(GenerationId id) {
        return ended.contains(id) || find(id).isPresent();
    }

    /// What is put aside for a generation; empty when nothing is.
    Optional<Reservation> reservation(GenerationId id) {
        return budget.flatMap(one -> one.find(id));
    }

    /// Generations that nobody has worked on in time.
    List<OpenGeneration> overdue(Instant now) {
        return budget.stream()
                .flatMap(one -> one.reservations().stream())
                .filter(held -> !held.until().isAfter(now))
                .flatMap(held -> find(held.generation()).stream())
                .toList();
    }

    /// The account after one more event. Pure.
    Account after(EventEnvelope<AccountEvent> event) {
        Account known =
                new Account(
                        Optional.of(event.event().owner()),
                        budget,
                        open,
                        ended,
                        agents,
                        answers,
                        Optional.empty());
        return switch (event.event()) {
            case GenerationEvent happened -> known.after(happened, event.with(happened));
            case AgentEvent happened -> known.withAgent(event.with(happened));
            case BudgetEvent happened ->
                    known.withBudget(Budget.evolve(budget, event.with(happened)));
        };
    }

    /// The generation, agent or budget as the APIs answer it. A generation without its words,
    /// unless it was just answered from memory: its owner knows the question, and the answer is an
    /// event.
    Optional<Object> represent(Subject subject) {
        return Stream.of(
                        Stream.concat(
                                        recalled.stream(),
                                        open.stream().map(OpenGeneration::generation))
                                .filter(one -> one.id().subject().equals(subject))
                                .map(one -> (Object) GenerationResource.of(one)),
                        agents.stream()
                                .filter(one -> one.id().subject().equals(subject))
                                .map(one -> (Object) AgentResource.of(one)),
                        budget.stream()
                                .filter(one -> one.id().budget().equals(subject))
                                .map(one -> (Object) BudgetResource.of(one)))
                .flatMap(found -> found)
                .findFirst();
    }

    private Account after(GenerationEvent happened, EventEnvelope<GenerationEvent> event) {
        GenerationId id = happened.generation();
        return switch (happened) {
            case GenerationEvent.Requested asked ->
                    withOpen(append(open, OpenGeneration.of(event, PromptDigest.of(asked))));
            case GenerationEvent.Started _, GenerationEvent.StopRequested _ -> step(id, event);
            case GenerationEvent.Completed done -> completed(done, event);
            case GenerationEvent.Failed _, GenerationEvent.Stopped _ -> over(id);
            case GenerationEvent.Rated _ -> this;
            case GenerationEvent.Forgotten _ -> forgotten(id);
        };
    }

    private Account step(GenerationId id, EventEnvelope<GenerationEvent> event) {
        return withOpen(
                open.stream().map(one -> one.id().equals(id) ? one.after(event) : one).toList());
    }

    private Account completed(
            GenerationEvent.Completed done, EventEnvelope<GenerationEvent> event) {
        OpenGeneration asked = find(done.generation()).orElseThrow();
        Account over = over(done.generation());
        if (done.cachedFrom().isPresent()) {
            return new Account(
                    owner,
                    budget,
                    over.open,
                    over.ended,
                    agents,
                    answers,
                    Optional.of(asked.after(event).generation()));
        }
        return over.withAnswers(
                answers.with(
                        new KnownAnswer(
                                done.generation(),
                                done.owner(),
                                asked.digest(),
                                done.answer(),
                                done.consumption(),
                                event.time())));
    }

    private Account over(GenerationId id) {
        List<GenerationId> newestFirst =
                Stream.concat(Stream.of(id), ended.stream()).limit(MOST_ENDED).toList();
        return new Account(
                owner, budget, without(id), newestFirst, agents, answers, Optional.empty());
    }

    private Account forgotten(GenerationId id) {
        return new Account(
                owner,
                budget,
                without(id),
                ended.stream().filter(one -> !one.equals(id)).toList(),
                agents,
                answers.without(id),
                Optional.empty());
    }

    private List<OpenGeneration> without(GenerationId id) {
        return open.stream().filter(one -> !one.id().equals(id)).toList();
    }

    private Account withOpen(List<OpenGeneration> next) {
        return new Account(owner, budget, next, ended, agents, answers, Optional.empty());
    }

    private Account withAnswers(KnownAnswers next) {
        return new Account(owner, budget, open, ended, agents, next, Optional.empty());
    }

    /// The budget says nothing of what was asked, so what was recalled before stays.
    private Account withBudget(Budget next) {
        return new Account(owner, Optional.of(next), open, ended, agents, answers, recalled);
    }

    private Account withAgent(EventEnvelope<AgentEvent> event) {
        AgentId id = event.event().agent();
        Agent next = Agent.evolve(find(id), event);
        Stream<Agent> others = agents.stream().filter(one -> !one.id().equals(id));
        List<Agent> all =
                Stream.concat(others, Stream.of(next).filter(one -> !one.removed())).toList();
        return new Account(owner, budget, open, ended, all, answers, Optional.empty());
    }

    private static <T> List<T> append(List<T> list, T another) {
        List<T> all = new ArrayList<>(list);
        all.add(another);
        return all;
    }
}
