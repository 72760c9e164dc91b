package io.sillok.processors.generation.model;

import io.sillok.schemas.problems.ErrorCode;
import io.sillok.schemas.problems.Problem;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What can go wrong with a model.
public sealed interface ModelFault {

    /// Nobody listens there.
    record Unreachable() implements ModelFault {}

    /// It took too long.
    record TimedOut(Wait awaited) implements ModelFault {}

    /// It has had enough questions for now (429).
    ///
    /// @param after as it said
    record Limited(Optional<Duration> after) implements ModelFault {}

    /// It does not accept our key (401, 403).
    record RefusedKey() implements ModelFault {}

    /// It does not have this model (404).
    record Unknown() implements ModelFault {}

    /// It does not accept what it was asked (other 4xx).
    record RefusedRequest() implements ModelFault {}

    /// It fails by itself (5xx).
    record Failing() implements ModelFault {}

    /// It said something that is not the protocol.
    record Garbage() implements ModelFault {}

    /// It came to an end without having said anything.
    record Empty() implements ModelFault {}

    /// It stopped in the middle.
    record Cut() implements ModelFault {}

    /// It said more than an answer can hold.
    record Endless() implements ModelFault {}

    /// Its guards held the answer back.
    record Withheld() implements ModelFault {}

    /// It failed so often that it is left alone for a while.
    ///
    /// @param on when it is tried again, at the latest
    record Resting(Duration on) implements ModelFault {}

    /// We ask as much at once as we may.
    record Busy() implements ModelFault {}

    /// Nobody said where there is one.
    record Missing() implements ModelFault {}

    /// What was waited for in vain.
    enum Wait {
        CONNECTION,
        FIRST_TOKEN,
        NEXT_TOKEN,
        END;

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /// Whether the same model may answer a moment later.
    default boolean isPassing() {
        return switch (this) {
            case Unreachable _, Limited _, Failing _, Garbage _, Empty _, Cut _ -> true;
            case TimedOut(var awaited) -> awaited == Wait.CONNECTION;
            case RefusedKey _,
                    Unknown _,
                    RefusedRequest _,
                    Endless _,
                    Withheld _,
                    Resting _,
                    Busy _,
                    Missing _ ->
                    false;
        };
    }

    /// Whether another model of the same endpoint may answer.
    default boolean isOfThisModel() {
        return switch (this) {
            case Unreachable _,
                    TimedOut _,
                    Limited _,
                    Unknown _,
                    Failing _,
                    Garbage _,
                    Empty _,
                    Cut _,
                    Resting _ ->
                    true;
            case RefusedKey _, RefusedRequest _, Endless _, Withheld _, Busy _, Missing _ -> false;
        };
    }

    /// Whether it shows that the endpoint is not well.
    default boolean isSickness() {
        return switch (this) {
            case Unreachable _, TimedOut _, Failing _, Garbage _, Empty _, Cut _ -> true;
            case Limited _,
                    RefusedKey _,
                    Unknown _,
                    RefusedRequest _,
                    Endless _,
                    Withheld _,
                    Resting _,
                    Busy _,
                    Missing _ ->
                    false;
        };
    }

    /// How it is told, with the advice when to try again.
    default Problem problem() {
        return switch (this) {
            case Unreachable _ -> of("model-unreachable", "The model cannot be reached.", 5);
            case TimedOut(var awaited) ->
                    new Problem(
                            ErrorCode.E5001,
                            "model-timed-out",
                            "The model took too long (" + awaited.word() + ").",
                            List.of(),
                            Optional.of(10L));
            case Limited(var after) ->
                    of(
                            "model-rate-limited",
                            "The model takes no more questions for now.",
                            after.map(Duration::toSeconds).orElse(30L));
            case RefusedKey _ ->
                    of("model-refused-key", "The model does not accept the platform's key.");
            case Unknown _ -> of("model-unknown", "The endpoint does not have this model.");
            case RefusedRequest _ ->
                    of("model-refused-request", "The model does not accept such a question.");
            case Failing _ -> of("model-failing", "The model failed.", 10);
            case Garbage _ -> of("model-garbage", "The model's answer cannot be read.", 10);
            case Empty _ -> of("model-empty", "The model said nothing.", 1);
            case Cut _ -> of("model-cut", "The model stopped in the middle of its answer.", 1);
            case Endless _ -> of("model-endless", "The model's answer is too long.");
            case Withheld _ -> of("model-withheld", "The model's guards held the answer back.");
            case Resting(var on) ->
                    of(
                            "model-resting",
                            "The model failed too often and is left alone for a while.",
                            Math.max(1, on.toSeconds()));
            case Missing _ ->
                    of("model-not-configured", "The platform was not told where a model is.");
            case Busy _ -> of("model-busy", "Too many questions are being answered.", 2);
        };
    }

    private static Problem of(String reason, String detail) {
        return Problem.of(ErrorCode.E5004, reason, detail);
    }

    private static Problem of(String reason, String detail, long retryAfter) {
        return new Problem(ErrorCode.E5004, reason, detail, List.of(), Optional.of(retryAfter));
    }
}
