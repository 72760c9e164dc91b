package io.sillok.schemas.generation;

import io.sillok.schemas.problems.Problem;
import java.time.Instant;
import java.util.Optional;

/// How far a generation is, without what it says.
///
/// @param attempt the newest; 0 while none began
/// @param stopReason why it is not wanted any more
/// @param chunks that the attempt streamed; known once it is completed
/// @param cachedFrom the generation whose answer it repeats
/// @param problem why it failed
/// @param incident what a person quotes when it failed
/// @param endedAt when it came to a final status
public record Progress(
        GenerationStatus status,
        int attempt,
        Optional<StopReason> stopReason,
        int chunks,
        Optional<GenerationId> cachedFrom,
        Optional<Problem> problem,
        Optional<String> incident,
        Optional<Instant> endedAt) {

    /// Nobody has worked on it yet.
    public static final Progress NONE =
            new Progress(
                    GenerationStatus.REQUESTED,
                    0,
                    Optional.empty(),
                    0,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());

    Progress started(int number) {
        return of(GenerationStatus.STARTED, number, Optional.empty(), Optional.empty());
    }

    Progress stopping(StopReason reason) {
        return of(GenerationStatus.STOPPING, attempt, Optional.of(reason), Optional.empty());
    }

    Progress stopped(StopReason reason, Instant time) {
        return of(GenerationStatus.STOPPED, attempt, Optional.of(reason), Optional.of(time));
    }

    Progress completed(int written, Optional<GenerationId> from, Instant time) {
        return new Progress(
                GenerationStatus.COMPLETED,
                attempt,
                stopReason,
                written,
                from,
                Optional.empty(),
                Optional.empty(),
                Optional.of(time));
    }

    Progress failed(Problem why, String quoted, Instant time) {
        return new Progress(
                GenerationStatus.FAILED,
                attempt,
                stopReason,
                0,
                Optional.empty(),
                Optional.of(why),
                Optional.of(quoted),
                Optional.of(time));
    }

    private Progress of(
            GenerationStatus next, int number, Optional<StopReason> why, Optional<Instant> end) {
        return new Progress(
                next, number, why, 0, Optional.empty(), Optional.empty(), Optional.empty(), end);
    }
}
