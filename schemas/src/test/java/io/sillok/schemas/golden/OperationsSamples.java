package io.sillok.schemas.golden;

import static io.sillok.schemas.golden.Given.COMMAND;
import static io.sillok.schemas.golden.Given.MATERIAL;
import static io.sillok.schemas.golden.Given.TIME;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sillok.schemas.catalog.MaterialCommand;
import io.sillok.schemas.catalog.ScanWork;
import io.sillok.schemas.envelope.BoundaryKey;
import io.sillok.schemas.envelope.Subject;
import io.sillok.schemas.envelope.WorkEnvelope;
import io.sillok.schemas.operations.CommandSettled;
import io.sillok.schemas.operations.CommandSettled.Outcome;
import io.sillok.schemas.operations.DeadLetter;
import io.sillok.schemas.problems.ErrorCode;
import io.sillok.schemas.problems.Problem;
import io.sillok.schemas.wire.DeadLetterCodec;
import io.sillok.schemas.wire.EventCodec;
import io.sillok.schemas.wire.Json;
import io.sillok.schemas.wire.LogEntry;
import io.sillok.schemas.wire.WorkCodec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Work, settlements and dead letters.
final class OperationsSamples {

    private static final Subject SUBJECT = MATERIAL.subject();
    private static final BoundaryKey KEY = BoundaryKey.of(SUBJECT);
    private static final Problem REFUSAL =
            new Problem(
                    ErrorCode.E4001,
                    "title-length",
                    "A title has 1 to 200 characters. 제목이 너무 깁니다 😢",
                    List.of(new Problem.Violation("title", "at most 200 characters")));

    private OperationsSamples() {}

    static List<Sample> all() {
        return List.of(
                work(),
                settled("accepted", Outcome.ACCEPTED, 1, Optional.empty(), representation()),
                settled("rejected", Outcome.REJECTED, 0, Optional.of(REFUSAL), Optional.empty()),
                settled("repeated", Outcome.REPEATED, 4, Optional.empty(), Optional.empty()),
                deadLetter());
    }

    private static Sample work() {
        WorkEnvelope<ScanWork> work =
                new WorkEnvelope<>(
                        UUID.fromString("6f1c1a52-6a0e-5c52-9a39-6d1f0c3a9b99"),
                        KEY,
                        SUBJECT,
                        TIME,
                        Given.EDITOR.id(),
                        Given.CORRELATION,
                        UUID.fromString("6f1c1a52-6a0e-5c52-9a39-6d1f0c3a9b98"),
                        Optional.of(Given.TRACE),
                        new ScanWork(MATERIAL, Given.FILE));
        return new Sample("full", work, WorkCodec.encode(work));
    }

    private static Sample settled(
            String name,
            Outcome outcome,
            long version,
            Optional<Problem> problem,
            Optional<ObjectNode> representation) {
        CommandSettled settled =
                new CommandSettled(
                        COMMAND,
                        KEY,
                        SUBJECT,
                        outcome,
                        version,
                        TIME,
                        Given.EDITOR.id(),
                        problem,
                        representation);
        var command =
                Given.bare(KEY, SUBJECT, Given.EDITOR, new MaterialCommand.Withdraw(MATERIAL));
        return new Sample(
                name, new LogEntry.Settlement(settled), EventCodec.encode(settled, command));
    }

    private static Optional<ObjectNode> representation() {
        String json =
                """
                {"id":"%s","version":1,"title":"%s","pages":12,"duration_seconds":61.25,"tags":[]}\
                """
                        .formatted(MATERIAL, Given.TITLE);
        try {
            return Optional.of(Json.read(json.getBytes(UTF_8), ObjectNode.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Sample deadLetter() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("ce_type", "io.sillok.catalog.알-수-없음.v9");
        headers.put("ce_id", "not-a-uuid");
        headers.put("a", "🪦");
        DeadLetter letter =
                new DeadLetter(
                        "catalog-decider",
                        "unknown-type",
                        "no message type has this name",
                        "sillok.catalog.commands.v1",
                        7,
                        9_007_199_254_740_993L,
                        TIME,
                        "materials/없음",
                        headers,
                        "7JWI64WV");
        return new Sample("full", letter, DeadLetterCodec.encode(letter));
    }
}
