package io.sillok.processors.generation.worker;

import io.sillok.processors.engine.work.Commands;
import io.sillok.processors.engine.work.WorkOutcome;
import io.sillok.processors.engine.work.Worker;
import io.sillok.processors.generation.model.Model;
import io.sillok.processors.generation.model.ModelRequest;
import io.sillok.processors.generation.model.ModelResult;
import io.sillok.processors.generation.prompt.PromptWriter;
import io.sillok.processors.generation.worker.Attempt.Verdict;
import io.sillok.schemas.envelope.CommandEnvelope;
import io.sillok.schemas.envelope.WorkEnvelope;
import io.sillok.schemas.generation.GenerateWork;
import io.sillok.schemas.generation.GenerationCommand;
import io.sillok.schemas.generation.GenerationCommand.Begin;
import io.sillok.schemas.generation.GenerationCommand.ConfirmStop;
import io.sillok.schemas.generation.GenerationCommand.Fail;
import io.sillok.schemas.generation.Prompt;
import io.sillok.schemas.problems.ErrorCode;
import io.sillok.schemas.problems.Problem;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Has a model answer. Thread-safe; made for many virtual threads.
///
/// Before each try it asks the log whether the model may be called, and calls it only as the
/// attempt that the log has noted. So a work that comes again, because its worker died or was taken
/// for dead, never calls the model when the end is on the log already; and when it does call, those
/// who listen learn that what was streamed before counts no more.
final class GeneratingWorker implements Worker<GenerateWork> {

    private static final Logger log = LoggerFactory.getLogger(GeneratingWorker.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String STOPPING = "generation-stopping";
    private static final String SUPERSEDED = "attempt-superseded";

    private final Model model;
    private final Attempts attempts;
    private final ChunkLog chunks;
    private final Commands commands;
    private final GeneratorCommands envelopes;
    private final Ends ends;

    /// @param attempts follows the events of generation
    /// @param commands to the deciders of generation
    GeneratingWorker(
            Model model, Prices prices, Attempts attempts, ChunkLog chunks, Commands commands) {
        this.model = model;
        this.attempts = attempts;
        this.chunks = chunks;
        this.commands = commands;
        this.envelopes = new GeneratorCommands(InstantSource.system());
        this.ends = new Ends(prices);
    }

    @Override
    public String name() {
        return "generator";
    }

    @Override
    public Class<GenerateWork> type() {
        return GenerateWork.class;
    }

    @Override
    public WorkOutcome work(WorkEnvelope<GenerateWork> work) throws InterruptedException {
        GenerateWork asked = work.work();
        CommandEnvelope<GenerationCommand> begin =
                envelopes.of(work, new Begin(asked.generation(), asked.owner()));
        try (Attempt attempt = attempts.expect(begin.id(), asked.generation())) {
            commands.send(begin);
            return switch (attempt.await(PATIENCE)) {
                case Verdict.Accepted(int number) -> answer(work, number, attempt);
                case Verdict.Refused(var problem) -> refused(work, problem);
                case Verdict.Unheard _ -> new WorkOutcome.Failed("begin-unheard");
            };
        }
    }

    @Override
    public void giveUp(WorkEnvelope<GenerateWork> work, String reason) throws InterruptedException {
        Problem problem =
                Problem.of(ErrorCode.E5004, reason, "The platform could not get an answer.");
        commands.send(envelopes.of(work, fail(work.work(), problem)));
    }

    private WorkOutcome answer(WorkEnvelope<GenerateWork> work, int number, Attempt attempt)
            throws InterruptedException {
        GenerateWork asked = work.work();
        Optional<Prompt> prompt = asked.prompt();
        if (prompt.isEmpty()) {
            Problem gone = Problem.of(ErrorCode.E4007, "prompt-gone", "The question was erased.");
            return end(work, fail(asked, gone));
        }
        ModelRequest request =
                new ModelRequest(
                        PromptWriter.messages(prompt.get(), asked.instructions()),
                        asked.parameters());
        ChunkLog.Stream stream = chunks.stream(asked, number);
        ModelResult result = model.ask(request, stream, attempt.unwanted());
        return end(work, ends.of(asked, prompt.get(), number, result, stream.written()));
    }

    /// It is over or unwanted. The second has to be confirmed, if whoever worked on it died.
    private WorkOutcome refused(WorkEnvelope<GenerateWork> work, Problem problem)
            throws InterruptedException {
        log.atInfo()
                .addKeyValue("generationId", work.work().generation())
                .addKeyValue("reason", problem.reason())
                .log("a model is not called");
        GenerateWork asked = work.work();
        return problem.reason().equals(STOPPING)
                ? end(
                        work,
                        new ConfirmStop(
                                asked.generation(),
                                asked.owner(),
                                0,
                                Optional.empty(),
                                Optional.empty()))
                : new WorkOutcome.Done();
    }

    /// Says how it ended. When that does not count because another attempt has begun since, the
    /// work is given back: whoever began that one may be gone, and nobody else would end it.
    private WorkOutcome end(WorkEnvelope<GenerateWork> work, GenerationCommand end)
            throws InterruptedException {
        CommandEnvelope<GenerationCommand> command = envelopes.of(work, end);
        try (Attempt said = attempts.expect(command.id(), work.work().generation())) {
            commands.send(command);
            return switch (said.await(PATIENCE)) {
                case Verdict.Accepted _ -> new WorkOutcome.Done();
                case Verdict.Refused(var problem) ->
                        problem.reason().equals(SUPERSEDED)
                                ? new WorkOutcome.Failed(SUPERSEDED)
                                : new WorkOutcome.Done();
                case Verdict.Unheard _ -> new WorkOutcome.Failed("end-unheard");
            };
        }
    }

    private static Fail fail(GenerateWork asked, Problem problem) {
        return new Fail(asked.generation(), asked.owner(), 0, problem, Optional.empty());
    }
}
