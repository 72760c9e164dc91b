package io.sillok.schemas.golden;

import io.sillok.schemas.catalog.CategoryId;
import io.sillok.schemas.catalog.Extract;
import io.sillok.schemas.catalog.ItemId;
import io.sillok.schemas.catalog.MaterialId;
import io.sillok.schemas.catalog.PostId;
import io.sillok.schemas.catalog.Sha256;
import io.sillok.schemas.catalog.StoredFile;
import io.sillok.schemas.envelope.Actor;
import io.sillok.schemas.envelope.BoundaryKey;
import io.sillok.schemas.envelope.Chain;
import io.sillok.schemas.envelope.CommandEnvelope;
import io.sillok.schemas.envelope.CommandId;
import io.sillok.schemas.envelope.Head;
import io.sillok.schemas.envelope.Idempotency;
import io.sillok.schemas.envelope.Role;
import io.sillok.schemas.envelope.Subject;
import io.sillok.schemas.personal.PersonKeys;
import io.sillok.schemas.personal.PredictableKeys;
import io.sillok.schemas.wire.CommandCodec;
import io.sillok.schemas.wire.EventCodec;
import io.sillok.schemas.wire.LogEntry;
import io.sillok.schemas.wire.SealedEvent;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;

/// What the samples are about. Never changes: the samples' bytes were made from it.
final class Given {

    static final CategoryId CATEGORY = CategoryId.parse("01937b6e-5b1e-7a10-8c11-0f2f6f0f2a01");
    static final MaterialId MATERIAL = MaterialId.parse("01937b6e-6c22-7b20-9d22-1a3b5c7d9e02");
    static final MaterialId ORIGINAL = MaterialId.parse("01937b6d-0d33-7c30-ae33-2b4c6d8e0f03");
    static final ItemId ITEM = ItemId.parse("01937b6e-1e66-7f60-8b66-5e7f9a1b3206");
    static final PostId POST = PostId.parse("01937b6e-2f77-7a70-9c77-6f8a0b2c4307");
    static final CommandId COMMAND = CommandId.parse("01937b6e-7e44-7d40-bf44-3c5d7e9f1004");
    static final UUID CORRELATION = UUID.fromString("01937b6e-8f55-7e50-8a55-4d6e8f0a2105");
    static final Instant TIME = Instant.parse("2026-11-21T03:04:05.678Z");
    static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    /// Under which personal data in samples is encrypted.
    static final PersonKeys KEYS = new PredictableKeys();

    static final Actor EDITOR =
            new Actor("01937b60-0000-7000-8000-0000000000ed", Set.of(Role.USER, Role.EDITOR));
    static final Actor SCANNER = Actor.system("scanner");

    static final String TITLE = "신입사원 안전교육 👩‍🏫 자료";
    static final String DESCRIPTION = "첫째 주: 소화기 사용법\n둘째 주: \"대피\" 훈련 🔥";
    static final Sha256 BYTES = new Sha256("0123456789abcdef".repeat(4));
    static final Sha256 TEXT = new Sha256("fedcba9876543210".repeat(4));
    static final Sha256 PICTURE = new Sha256("00ff".repeat(16));

    /// The original name is decomposed (NFD), as some systems write Korean; it must stay so.
    static final StoredFile FILE =
            new StoredFile(
                    "안전교육 (1차).pdf",
                    "\u110B\u1161\u11AB\u110C\u1165\u11AB.pdf",
                    "application/pdf",
                    5_368_709_121L,
                    BYTES);

    static final Extract EXTRACT =
            new Extract(
                    Optional.of(TEXT),
                    Optional.of(PICTURE),
                    Optional.of(12),
                    Optional.of("홍길동 ✍️"),
                    Optional.of(61.25));

    private Given() {}

    /// A command as the command API sends it: traced, with everything optional.
    static Sample full(String name, BoundaryKey key, Subject subject, Object command) {
        return sample(
                name,
                envelope(
                        key,
                        subject,
                        EDITOR,
                        OptionalLong.of(3),
                        Optional.of(new Idempotency("editor/POST/요청-1", "ab".repeat(32))),
                        Optional.of(TRACE),
                        command),
                "/command-api");
    }

    /// A command without anything optional.
    static Sample bare(String name, BoundaryKey key, Subject subject, Object command) {
        return sample(name, bare(key, subject, EDITOR, command), "/command-api");
    }

    /// A command of the scan worker.
    static Sample scanned(String name, Object command) {
        Subject subject = MATERIAL.subject();
        return sample(
                name, bare(BoundaryKey.of(subject), subject, SCANNER, command), "/processors");
    }

    /// An event as the third of its subject.
    static Sample event(String name, BoundaryKey key, Subject subject, Object event) {
        CommandEnvelope<Object> cause =
                envelope(
                        key,
                        subject,
                        EDITOR,
                        OptionalLong.empty(),
                        Optional.empty(),
                        Optional.of(TRACE),
                        event);
        Head before = new Head(2, new Chain("c0ffee".repeat(10) + "beef"));
        SealedEvent<Object> sealed = EventCodec.seal(cause, subject, before, event, KEYS);
        return new Sample(name, new LogEntry.Event(sealed.envelope()), sealed.record());
    }

    static <C> CommandEnvelope<C> bare(BoundaryKey key, Subject subject, Actor actor, C command) {
        return envelope(
                key,
                subject,
                actor,
                OptionalLong.empty(),
                Optional.empty(),
                Optional.empty(),
                command);
    }

    private static <C> CommandEnvelope<C> envelope(
            BoundaryKey key,
            Subject subject,
            Actor actor,
            OptionalLong expected,
            Optional<Idempotency> idempotency,
            Optional<String> trace,
            C command) {
        return new CommandEnvelope<>(
                COMMAND,
                key,
                subject,
                TIME,
                actor,
                CORRELATION,
                expected,
                idempotency,
                trace,
                command);
    }

    private static Sample sample(String name, CommandEnvelope<?> envelope, String source) {
        return new Sample(name, envelope, CommandCodec.encode(envelope, source, KEYS));
    }
}
