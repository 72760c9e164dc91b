package io.sillok.schemas.golden;

import static io.sillok.schemas.golden.GenerationGiven.AGENT;
import static io.sillok.schemas.golden.GenerationGiven.ANSWER;
import static io.sillok.schemas.golden.GenerationGiven.CODE;
import static io.sillok.schemas.golden.GenerationGiven.CONSUMPTION;
import static io.sillok.schemas.golden.GenerationGiven.EARLIER;
import static io.sillok.schemas.golden.GenerationGiven.ESTIMATED;
import static io.sillok.schemas.golden.GenerationGiven.GAP;
import static io.sillok.schemas.golden.GenerationGiven.GENERATION;
import static io.sillok.schemas.golden.GenerationGiven.INSTRUCTIONS;
import static io.sillok.schemas.golden.GenerationGiven.KEY;
import static io.sillok.schemas.golden.GenerationGiven.OWNER;
import static io.sillok.schemas.golden.GenerationGiven.PARAMETERS;
import static io.sillok.schemas.golden.GenerationGiven.SUGGESTIONS;

import io.sillok.schemas.envelope.ChunkEnvelope;
import io.sillok.schemas.envelope.Ids;
import io.sillok.schemas.envelope.WorkEnvelope;
import io.sillok.schemas.generation.Chunk;
import io.sillok.schemas.generation.GenerateWork;
import io.sillok.schemas.generation.GenerationCommand;
import io.sillok.schemas.generation.GenerationEvent;
import io.sillok.schemas.generation.GenerationKind;
import io.sillok.schemas.generation.Parameters;
import io.sillok.schemas.generation.StopReason;
import io.sillok.schemas.problems.ErrorCode;
import io.sillok.schemas.problems.Problem;
import io.sillok.schemas.wire.ChunkCodec;
import io.sillok.schemas.wire.WorkCodec;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Commands, events, work and chunks of generations.
final class GenerationSamples {

    private static final Optional<String> COMMENT = Optional.of("딱 맞아요 👍");
    private static final String INCIDENT = "INC-20261121-9A0B1C2D";
    private static final Problem PROBLEM =
            new Problem(
                    ErrorCode.E5001,
                    "model-timed-out",
                    "The model did not answer in time.",
                    List.of(),
                    Optional.of(30L));

    private GenerationSamples() {}

    static List<Sample> all() {
        return Stream.of(commands(), events(), others()).flatMap(List::stream).toList();
    }

    private static List<Sample> commands() {
        return List.of(
                command(
                        "code",
                        new GenerationCommand.Request(
                                GENERATION,
                                OWNER,
                                true,
                                Optional.of(CODE),
                                Optional.of(AGENT),
                                PARAMETERS)),
                command(
                        "completion",
                        new GenerationCommand.Request(
                                GENERATION,
                                OWNER,
                                false,
                                Optional.of(GAP),
                                Optional.empty(),
                                Parameters.NONE)),
                command("full", new GenerationCommand.Begin(GENERATION, OWNER)),
                command(
                        "code",
                        new GenerationCommand.Complete(
                                GENERATION, OWNER, 1, Optional.of(ANSWER), CONSUMPTION, 40)),
                command(
                        "completion",
                        new GenerationCommand.Complete(
                                GENERATION, OWNER, 2, Optional.of(SUGGESTIONS), ESTIMATED, 0)),
                command(
                        "full",
                        new GenerationCommand.Fail(
                                GENERATION, OWNER, 3, PROBLEM, Optional.of(ESTIMATED))),
                command(
                        "before-it-began",
                        new GenerationCommand.Fail(
                                GENERATION, OWNER, 0, PROBLEM, Optional.empty())),
                command(
                        "full",
                        new GenerationCommand.Stop(GENERATION, OWNER, StopReason.CLIENT_GONE)),
                command(
                        "full",
                        new GenerationCommand.ConfirmStop(
                                GENERATION, OWNER, 1, Optional.of(ANSWER), Optional.of(ESTIMATED))),
                command(
                        "before-it-began",
                        new GenerationCommand.ConfirmStop(
                                GENERATION, OWNER, 1, Optional.empty(), Optional.empty())),
                command("full", new GenerationCommand.Expire(GENERATION, OWNER)),
                command("full", new GenerationCommand.Rate(GENERATION, OWNER, 5, COMMENT)),
                command("full", new GenerationCommand.Forget(GENERATION, OWNER)));
    }

    private static List<Sample> events() {
        return List.of(
                event(
                        "code",
                        new GenerationEvent.Requested(
                                GENERATION,
                                OWNER,
                                GenerationKind.CODE,
                                true,
                                Optional.of(CODE),
                                Optional.of(AGENT),
                                INSTRUCTIONS,
                                PARAMETERS,
                                false)),
                event(
                        "completion",
                        new GenerationEvent.Requested(
                                GENERATION,
                                OWNER,
                                GenerationKind.COMPLETION,
                                false,
                                Optional.of(GAP),
                                Optional.empty(),
                                Optional.empty(),
                                Parameters.NONE,
                                true)),
                event("full", new GenerationEvent.Started(GENERATION, OWNER, 2)),
                event(
                        "full",
                        new GenerationEvent.StopRequested(
                                GENERATION, OWNER, StopReason.SUPERSEDED)),
                event(
                        "answered",
                        new GenerationEvent.Completed(
                                GENERATION,
                                OWNER,
                                2,
                                Optional.of(ANSWER),
                                CONSUMPTION,
                                40,
                                Optional.empty())),
                event(
                        "cached",
                        new GenerationEvent.Completed(
                                GENERATION,
                                OWNER,
                                0,
                                Optional.of(ANSWER),
                                CONSUMPTION.again(),
                                0,
                                Optional.of(EARLIER))),
                event(
                        "full",
                        new GenerationEvent.Failed(
                                GENERATION, OWNER, 3, PROBLEM, INCIDENT, Optional.of(ESTIMATED))),
                event(
                        "before-it-began",
                        new GenerationEvent.Failed(
                                GENERATION, OWNER, 0, PROBLEM, INCIDENT, Optional.empty())),
                event(
                        "full",
                        new GenerationEvent.Stopped(
                                GENERATION,
                                OWNER,
                                1,
                                StopReason.BY_OWNER,
                                Optional.of(ANSWER),
                                Optional.of(ESTIMATED))),
                event(
                        "before-it-began",
                        new GenerationEvent.Stopped(
                                GENERATION,
                                OWNER,
                                0,
                                StopReason.BY_OWNER,
                                Optional.empty(),
                                Optional.empty())),
                event("full", new GenerationEvent.Rated(GENERATION, OWNER, 5, COMMENT)),
                event(
                        "without-words",
                        new GenerationEvent.Rated(GENERATION, OWNER, 1, Optional.empty())),
                event("full", new GenerationEvent.Forgotten(GENERATION, OWNER)));
    }

    private static List<Sample> others() {
        WorkEnvelope<GenerateWork> work =
                new WorkEnvelope<>(
                        Ids.parse("6f1c1a52-6a0e-5c52-9a39-6d1f0c3a9b87"),
                        KEY,
                        GENERATION.subject(),
                        Given.TIME,
                        OWNER.toString(),
                        Given.CORRELATION,
                        Ids.parse("6f1c1a52-6a0e-5c52-9a39-6d1f0c3a9b86"),
                        Optional.of(Given.TRACE),
                        new GenerateWork(
                                GENERATION,
                                OWNER,
                                true,
                                Optional.of(CODE),
                                INSTRUCTIONS,
                                PARAMETERS));
        ChunkEnvelope<Chunk> chunk =
                ChunkEnvelope.of(
                        GENERATION.subject(),
                        "2.17",
                        Given.TIME,
                        new Chunk(GENERATION, OWNER, 2, 17, Optional.of("순서를 ")));
        return List.of(
                new Sample("full", work, WorkCodec.encode(work, Given.KEYS)),
                new Sample("full", chunk, ChunkCodec.encode(chunk, Given.KEYS)));
    }

    private static Sample command(String name, GenerationCommand command) {
        return Given.full(name, KEY, command.subject(), command);
    }

    private static Sample event(String name, GenerationEvent event) {
        return Given.event(name, KEY, event.subject(), event);
    }
}
