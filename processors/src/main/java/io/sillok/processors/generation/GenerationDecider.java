package io.sillok.processors.generation;

import io.sillok.processors.engine.Decider;
import io.sillok.processors.engine.Decision;
import io.sillok.processors.engine.References;
import io.sillok.schemas.envelope.CommandEnvelope;
import io.sillok.schemas.envelope.EventEnvelope;
import io.sillok.schemas.envelope.Subject;
import io.sillok.schemas.generation.AccountEvent;
import io.sillok.schemas.generation.Agent;
import io.sillok.schemas.generation.Allowance;
import io.sillok.schemas.generation.Consumption;
import io.sillok.schemas.generation.GenerationCommand;
import io.sillok.schemas.generation.GenerationCommand.Begin;
import io.sillok.schemas.generation.GenerationCommand.Complete;
import io.sillok.schemas.generation.GenerationCommand.ConfirmStop;
import io.sillok.schemas.generation.GenerationCommand.Expire;
import io.sillok.schemas.generation.GenerationCommand.Fail;
import io.sillok.schemas.generation.GenerationCommand.Forget;
import io.sillok.schemas.generation.GenerationCommand.Rate;
import io.sillok.schemas.generation.GenerationCommand.Request;
import io.sillok.schemas.generation.GenerationCommand.Stop;
import io.sillok.schemas.generation.GenerationEvent;
import io.sillok.schemas.generation.GenerationKind;
import io.sillok.schemas.generation.GenerationStatus;
import io.sillok.schemas.generation.Parameters;
import io.sillok.schemas.generation.Prompt;
import io.sillok.schemas.problems.ErrorCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The rules of generations: who has the budget may ask; one attempt counts at a time, and the
/// first end is the end; what was put aside is charged or comes back with it.
final class GenerationDecider implements Decider<GenerationCommand, Account, AccountEvent> {

    static final int MOST_OPEN = 500;
    static final int USUAL_ANSWER = 2_048;
    static final int USUAL_COMPLETION = 256;
    static final int COMMENT_LENGTH = 2_000;

    private final Allowance usual;

    /// @param usual what an account may use that nobody allowed anything else
    GenerationDecider(Allowance usual) {
        this.usual = usual;
    }

    @Override
    public Class<GenerationCommand> commands() {
        return GenerationCommand.class;
    }

    @Override
    public Class<Account> states() {
        return Account.class;
    }

    @Override
    public Class<AccountEvent> events() {
        return AccountEvent.class;
    }

    @Override
    public Account initial() {
        return Account.NONE;
    }

    @Override
    public Decision<AccountEvent> decide(
            Account account, CommandEnvelope<GenerationCommand> command, References references) {
        GenerationCommand asked = command.command();
        Instant now = command.time();
        Bookkeeping books = new Bookkeeping(account, asked.owner(), usual, now);
        return AccountRules.refuse(account, command, asked.generation().account())
                .<Decision<AccountEvent>>map(Decision.Rejected::new)
                .orElseGet(
                        () ->
                                switch (asked) {
                                    case Request request ->
                                            request(books, request, Cleared.at(references));
                                    case Begin begin -> begin(books, begin);
                                    case Complete complete -> complete(books, complete);
                                    case Fail fail -> fail(books, fail);
                                    case Stop stop -> stop(books, stop);
                                    case ConfirmStop stop -> confirmStop(books, stop);
                                    case Expire expire -> expire(books, expire);
                                    case Rate rate -> rate(account, rate);
                                    case Forget forget -> forget(books, forget);
                                });
    }

    @Override
    public Account evolve(Account account, EventEnvelope<AccountEvent> event) {
        return account.after(event);
    }

    @Override
    public Subject subject(AccountEvent event) {
        return event.subject();
    }

    @Override
    public Optional<Object> represent(Account account, Subject subject) {
        return account.represent(subject);
    }

    private static Decision<AccountEvent> request(
            Bookkeeping books, Request request, Instant cleared) {
        Account account = books.account();
        if (account.knows(request.generation())) {
            return refuse("generation-exists", "There is a generation with this id.");
        }
        if (account.open().size() >= MOST_OPEN) {
            return refuse("too-many-generations", "Too much is asked at the same time.");
        }
        if (request.prompt().isEmpty()) {
            return Decision.reject(ErrorCode.E4002, "prompt-missing", "There is no question.");
        }
        Optional<Agent> agent = request.agent().flatMap(account::find);
        if (request.agent().isPresent() && agent.isEmpty()) {
            return refuse("agent-not-found", "There is no such agent.");
        }
        Prompt prompt = request.prompt().get();
        return RequestRules.refuse(prompt, request.parameters())
                .<Decision<AccountEvent>>map(Decision.Rejected::new)
                .orElseGet(() -> request(books, asked(request, prompt, agent), prompt, cleared));
    }

    private static Decision<AccountEvent> request(
            Bookkeeping books, GenerationEvent.Requested asked, Prompt prompt, Instant cleared) {
        List<AccountEvent> events = new ArrayList<>(books.sweep());
        if (asked.kind() == GenerationKind.COMPLETION) {
            events.addAll(books.supersede());
        }
        Optional<KnownAnswer> known =
                PromptDigest.of(asked)
                        .flatMap(
                                digest ->
                                        books.account()
                                                .answers()
                                                .find(digest, books.now(), cleared));
        if (known.isPresent()) {
            events.addAll(Recall.of(asked, known.get()));
            return new Decision.Accepted<>(events);
        }
        long tokens =
                TokenBound.of(
                        prompt, asked.instructions(), asked.parameters().maxTokens().orElseThrow());
        return books.refuse(tokens, Bookkeeping.freedBy(events))
                .<Decision<AccountEvent>>map(Decision.Rejected::new)
                .orElseGet(
                        () -> {
                            events.addAll(books.renewal());
                            events.add(books.reserve(asked.generation(), tokens));
                            events.add(asked);
                            return new Decision.Accepted<>(events);
                        });
    }

    /// What the request says goes before what the agent says.
    private static GenerationEvent.Requested asked(
            Request request, Prompt prompt, Optional<Agent> agent) {
        Parameters wanted = request.parameters();
        int most =
                wanted.maxTokens()
                        .orElse(
                                prompt.kind() == GenerationKind.CODE
                                        ? USUAL_ANSWER
                                        : USUAL_COMPLETION);
        return new GenerationEvent.Requested(
                request.generation(),
                request.owner(),
                prompt.kind(),
                request.streamed(),
                request.prompt(),
                request.agent(),
                agent.flatMap(Agent::instructions),
                new Parameters(
                        wanted.model().or(() -> agent.flatMap(Agent::model)),
                        wanted.temperature().or(() -> agent.flatMap(Agent::temperature)),
                        Optional.of(most)),
                false);
    }

    private static Decision<AccountEvent> begin(Bookkeeping books, Begin begin) {
        Optional<OpenGeneration> open = books.account().find(begin.generation());
        if (open.isEmpty()) {
            return over();
        }
        if (open.get().status() == GenerationStatus.STOPPING) {
            return refuse("generation-stopping", "The answer is not wanted any more.");
        }
        return new Decision.Accepted<>(
                List.of(
                        new GenerationEvent.Started(
                                begin.generation(), begin.owner(), open.get().attempt() + 1),
                        books.prolong(begin.generation())));
    }

    private static Decision<AccountEvent> complete(Bookkeeping books, Complete complete) {
        Optional<OpenGeneration> open = books.account().find(complete.generation());
        if (open.isEmpty()) {
            return over();
        }
        if (open.get().attempt() != complete.attempt()) {
            return superseded();
        }
        return ended(
                books,
                new GenerationEvent.Completed(
                        complete.generation(),
                        complete.owner(),
                        complete.attempt(),
                        complete.answer(),
                        complete.consumption(),
                        complete.chunks(),
                        Optional.empty()),
                Optional.of(complete.consumption()));
    }

    /// Attempt 0 is for who gives up without an attempt of their own.
    private static Decision<AccountEvent> fail(Bookkeeping books, Fail fail) {
        Optional<OpenGeneration> open = books.account().find(fail.generation());
        if (open.isEmpty()) {
            return over();
        }
        if (fail.attempt() != 0 && open.get().attempt() != fail.attempt()) {
            return superseded();
        }
        return ended(
                books,
                new GenerationEvent.Failed(
                        fail.generation(),
                        fail.owner(),
                        open.get().attempt(),
                        fail.problem(),
                        fail.generation().incident(books.now()),
                        fail.consumption()),
                fail.consumption());
    }

    private static Decision<AccountEvent> stop(Bookkeeping books, Stop stop) {
        Optional<OpenGeneration> open = books.account().find(stop.generation());
        if (open.isEmpty()) {
            return over();
        }
        return open.get().status() == GenerationStatus.STOPPING
                ? Decision.unchanged()
                : new Decision.Accepted<>(books.stop(open.get(), stop.reason()));
    }

    private static Decision<AccountEvent> confirmStop(Bookkeeping books, ConfirmStop stop) {
        Optional<OpenGeneration> open = books.account().find(stop.generation());
        if (open.isEmpty()) {
            return over();
        }
        if (open.get().status() != GenerationStatus.STOPPING) {
            return refuse("stop-not-requested", "Nobody has asked for its end.");
        }
        return ended(
                books,
                new GenerationEvent.Stopped(
                        stop.generation(),
                        stop.owner(),
                        open.get().attempt(),
                        open.get().generation().progress().stopReason().orElseThrow(),
                        stop.answer(),
                        stop.consumption()),
                stop.consumption());
    }

    private static Decision<AccountEvent> expire(Bookkeeping books, Expire expire) {
        return books.account().overdue(books.now()).stream()
                .filter(one -> one.id().equals(expire.generation()))
                .findFirst()
                .<Decision<AccountEvent>>map(one -> new Decision.Accepted<>(books.expire(one)))
                .orElseGet(Decision::unchanged);
    }

    private static Decision<AccountEvent> rate(Account account, Rate rate) {
        if (rate.rating() < 1 || rate.rating() > 5) {
            return Decision.reject(
                    ErrorCode.E4001, "rating-range", "A rating is a number from 1 to 5.");
        }
        if (rate.comment().filter(c -> !RequestRules.within(c, COMMENT_LENGTH)).isPresent()) {
            return Decision.reject(
                    ErrorCode.E4001, "comment-length", "A comment has 1 to 2,000 characters.");
        }
        if (account.find(rate.generation()).isPresent()) {
            return refuse("generation-under-way", "It can be rated when it is over.");
        }
        if (!account.ended().contains(rate.generation())) {
            return Decision.reject(
                    ErrorCode.E4007,
                    "generation-not-found",
                    "There is no such generation, or it was too long ago.");
        }
        return Decision.accept(
                new GenerationEvent.Rated(
                        rate.generation(), rate.owner(), rate.rating(), rate.comment()));
    }

    private static Decision<AccountEvent> forget(Bookkeeping books, Forget forget) {
        List<AccountEvent> events = new ArrayList<>();
        events.add(new GenerationEvent.Forgotten(forget.generation(), forget.owner()));
        events.addAll(books.settle(forget.generation(), Optional.empty()));
        return new Decision.Accepted<>(events);
    }

    private static Decision<AccountEvent> ended(
            Bookkeeping books, GenerationEvent end, Optional<Consumption> consumption) {
        List<AccountEvent> events = new ArrayList<>();
        events.add(end);
        events.addAll(books.settle(end.generation(), consumption));
        return new Decision.Accepted<>(events);
    }

    private static Decision<AccountEvent> over() {
        return refuse("generation-over", "The generation is over.");
    }

    private static Decision<AccountEvent> superseded() {
        return refuse("attempt-superseded", "Another attempt has begun since.");
    }

    private static Decision<AccountEvent> refuse(String reason, String detail) {
        return Decision.reject(ErrorCode.E4008, reason, detail);
    }
}
