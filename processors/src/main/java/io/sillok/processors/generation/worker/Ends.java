package io.sillok.processors.generation.worker;

import io.sillok.processors.generation.model.ModelFault;
import io.sillok.processors.generation.model.ModelResult;
import io.sillok.processors.generation.model.ModelResult.Answered;
import io.sillok.processors.generation.model.ModelResult.Failed;
import io.sillok.processors.generation.model.ModelResult.Stopped;
import io.sillok.processors.generation.prompt.AnswerReader;
import io.sillok.processors.generation.prompt.ReadAnswer;
import io.sillok.schemas.generation.Answer;
import io.sillok.schemas.generation.Consumption;
import io.sillok.schemas.generation.GenerateWork;
import io.sillok.schemas.generation.GenerationCommand;
import io.sillok.schemas.generation.GenerationCommand.Complete;
import io.sillok.schemas.generation.GenerationCommand.ConfirmStop;
import io.sillok.schemas.generation.GenerationCommand.Fail;
import io.sillok.schemas.generation.Prompt;
import io.sillok.schemas.generation.Usage;
import java.util.Optional;

/// How a generation ends, by what became of asking. An answer in which nothing can be found is a
/// failure.
record Ends(Prices prices) {

    /// The command that says so.
    ///
    /// @param chunks that were streamed
    GenerationCommand of(
            GenerateWork work, Prompt prompt, int attempt, ModelResult result, int chunks) {
        return switch (result) {
            case Answered(var model, var text, var usage) ->
                    read(prompt, text)
                            .<GenerationCommand>map(
                                    answer ->
                                            new Complete(
                                                    work.generation(),
                                                    work.owner(),
                                                    attempt,
                                                    Optional.of(answer),
                                                    took(model, usage),
                                                    chunks))
                            .orElseGet(
                                    () ->
                                            fail(
                                                    work,
                                                    attempt,
                                                    new ModelFault.Empty(),
                                                    took(model, usage)));
            case Stopped(var model, var text, var usage) ->
                    new ConfirmStop(
                            work.generation(),
                            work.owner(),
                            attempt,
                            read(prompt, text),
                            Optional.of(took(model, usage)));
            case Failed(var model, var fault, _, var usage) ->
                    fail(work, attempt, fault, took(model, usage));
        };
    }

    private static Optional<Answer> read(Prompt prompt, String text) {
        return switch (AnswerReader.read(prompt, text)) {
            case ReadAnswer.Read(var answer) -> Optional.of(answer);
            case ReadAnswer.Broken _ -> Optional.empty();
        };
    }

    private static Fail fail(GenerateWork work, int attempt, ModelFault fault, Consumption took) {
        return new Fail(
                work.generation(),
                work.owner(),
                attempt,
                fault.problem(),
                Optional.of(took).filter(some -> some.usage().total() > 0));
    }

    private Consumption took(String model, Usage usage) {
        return new Consumption(model, usage, prices.of(model, usage));
    }
}
