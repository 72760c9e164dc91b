package io.sillok.schemas.wire;

import io.sillok.schemas.catalog.MaterialCommand;
import io.sillok.schemas.catalog.MaterialEvent;
import io.sillok.schemas.catalog.MaterialId;
import io.sillok.schemas.catalog.ScanWork;
import io.sillok.schemas.catalog.Sha256;
import io.sillok.schemas.catalog.StoredFile;
import io.sillok.schemas.catalog.Verdict;
import io.sillok.schemas.envelope.Actor;
import io.sillok.schemas.envelope.BoundaryKey;
import io.sillok.schemas.envelope.CommandEnvelope;
import io.sillok.schemas.envelope.CommandId;
import io.sillok.schemas.envelope.Head;
import io.sillok.schemas.envelope.Idempotency;
import io.sillok.schemas.envelope.Role;
import io.sillok.schemas.envelope.Subject;
import io.sillok.schemas.envelope.WorkEnvelope;
import io.sillok.schemas.operations.CommandSettled;
import io.sillok.schemas.problems.ErrorCode;
import io.sillok.schemas.problems.Problem;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/// One message of each kind, with everything optional present.
final class Messages {

    static final MaterialId MATERIAL = MaterialId.parse("01937b6e-6c22-7b20-9d22-1a3b5c7d9e02");
    static final Subject SUBJECT = MATERIAL.subject();
    static final Sha256 BYTES = new Sha256("0f".repeat(32));
    static final StoredFile FILE =
            new StoredFile("교육.pdf", "교육 📚.pdf", "application/pdf", 7, BYTES);

    static final CommandEnvelope<MaterialCommand> COMMAND =
            new CommandEnvelope<>(
                    CommandId.parse("01937b6e-7e44-7d40-bf44-3c5d7e9f1004"),
                    BoundaryKey.of(SUBJECT),
                    SUBJECT,
                    Instant.parse("2026-11-21T03:04:05.678901Z"),
                    new Actor("ada", Set.of(Role.ADMIN, Role.USER)),
                    UUID.fromString("01937b6e-8f55-7e50-8a55-4d6e8f0a2105"),
                    OptionalLong.of(3),
                    Optional.of(new Idempotency("열쇠 🔑", "ab")),
                    Optional.of("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"),
                    new MaterialCommand.ConcludeScan(MATERIAL, BYTES, new Verdict.Infected("x")));

    static final SealedEvent<MaterialEvent> EVENT =
            EventCodec.seal(
                    COMMAND,
                    SUBJECT,
                    Head.NONE,
                    new MaterialEvent.Received(
                            MATERIAL, "제목", Optional.of("설명"), Optional.empty(), FILE, "ada"));

    static final CommandSettled SETTLED =
            new CommandSettled(
                    COMMAND.id(),
                    COMMAND.key(),
                    SUBJECT,
                    CommandSettled.Outcome.REJECTED,
                    3,
                    COMMAND.time(),
                    "ada",
                    Optional.of(Problem.of(ErrorCode.E4009, "stale-version", "Too late. 늦음")),
                    Optional.empty());

    static final WorkEnvelope<ScanWork> WORK =
            WorkEnvelope.because(EVENT.envelope(), "scan", new ScanWork(MATERIAL, FILE));

    static final WireRecord COMMAND_RECORD = CommandCodec.encode(COMMAND, "/command-api");
    static final WireRecord SETTLED_RECORD = EventCodec.encode(SETTLED, COMMAND);
    static final WireRecord WORK_RECORD = WorkCodec.encode(WORK);

    static final Wire COMMAND_WIRE = new Wire(COMMAND_RECORD, CommandCodec::decode);
    static final Wire EVENT_WIRE = new Wire(EVENT.record(), EventCodec::decode);
    static final Wire SETTLED_WIRE = new Wire(SETTLED_RECORD, EventCodec::decode);
    static final Wire WORK_WIRE = new Wire(WORK_RECORD, WorkCodec::decode);

    private Messages() {}

    /// A record and the codec that reads it.
    record Wire(WireRecord record, Function<WireRecord, Decoded<?>> codec) {

        Decoded<?> decode() {
            return codec.apply(record);
        }

        Wire with(String header, String value) {
            Map<String, String> headers = new LinkedHashMap<>(record.headers());
            headers.put(header, value);
            return of(new WireRecord(record.key(), headers, record.value()));
        }

        Wire without(String header) {
            Map<String, String> headers = new LinkedHashMap<>(record.headers());
            headers.remove(header);
            return of(new WireRecord(record.key(), headers, record.value()));
        }

        Wire with(byte[] value) {
            return of(new WireRecord(record.key(), record.headers(), value));
        }

        Wire of(WireRecord other) {
            return new Wire(other, codec);
        }

        @Override
        public String toString() {
            return record.headers().getOrDefault(Headers.TYPE, "?");
        }
    }
}
