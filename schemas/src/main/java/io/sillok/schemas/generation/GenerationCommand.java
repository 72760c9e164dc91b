package io.sillok.schemas.generation;

import io.sillok.schemas.envelope.Subject;
import io.sillok.schemas.personal.AboutPerson;
import io.sillok.schemas.personal.Personal;
import io.sillok.schemas.personal.UserId;
import io.sillok.schemas.problems.Problem;
import java.util.Optional;

/// What can be asked of a generation.
public sealed interface GenerationCommand extends AccountCommand, AboutPerson {

    GenerationId generation();

    @Override
    default UserId person() {
        return owner();
    }

    @Override
    default Subject subject() {
        return generation().subject();
    }

    /// Have a model answer. Sent for the owner. Refused when the budget does not have what it may
    /// take; answered at once when the same was answered a moment ago.
    ///
    /// @param streamed whether the answer is wanted token by token
    record Request(
            GenerationId generation,
            UserId owner,
            boolean streamed,
            @Personal Optional<Prompt> prompt,
            Optional<AgentId> agent,
            Parameters parameters)
            implements GenerationCommand {}

    /// May the model be called? Sent by a worker before each try; only when it is accepted the
    /// model may be called, as the attempt that [GenerationEvent.Started] says.
    record Begin(GenerationId generation, UserId owner) implements GenerationCommand {}

    /// The model has answered. Sent by the worker whose attempt it is.
    ///
    /// @param chunks that the attempt wrote to the stream
    record Complete(
            GenerationId generation,
            UserId owner,
            int attempt,
            @Personal Optional<Answer> answer,
            Consumption consumption,
            int chunks)
            implements GenerationCommand {}

    /// There will be no answer. Sent by a worker.
    ///
    /// @param attempt 0 when none began
    /// @param consumption of what was answered before it failed
    record Fail(
            GenerationId generation,
            UserId owner,
            int attempt,
            Problem problem,
            Optional<Consumption> consumption)
            implements GenerationCommand {}

    /// Stop: the answer is not wanted any more. Sent for the owner or by the platform.
    record Stop(GenerationId generation, UserId owner, StopReason reason)
            implements GenerationCommand {}

    /// It was stopped. Sent by the worker whose attempt it was.
    ///
    /// @param answer as far as it had come
    record ConfirmStop(
            GenerationId generation,
            UserId owner,
            int attempt,
            @Personal Optional<Answer> answer,
            Optional<Consumption> consumption)
            implements GenerationCommand {}

    /// Give it up if nobody has worked on it for too long. Sent by the platform when it believes
    /// so.
    record Expire(GenerationId generation, UserId owner) implements GenerationCommand {}

    /// Say how good the answer was. Sent for the owner; said again it replaces what was said.
    ///
    /// @param rating from 1 to 5
    record Rate(
            GenerationId generation, UserId owner, int rating, @Personal Optional<String> comment)
            implements GenerationCommand {}

    /// Keep nothing of it. Sent by the platform when the owner is erased.
    record Forget(GenerationId generation, UserId owner) implements GenerationCommand {}
}
