package io.sillok.processors.catalog.scan;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sillok.schemas.catalog.MaterialCommand;
import io.sillok.schemas.catalog.ScanWork;
import io.sillok.schemas.catalog.Verdict;
import io.sillok.schemas.envelope.Actor;
import io.sillok.schemas.envelope.CommandEnvelope;
import io.sillok.schemas.envelope.CommandId;
import io.sillok.schemas.envelope.Idempotency;
import io.sillok.schemas.envelope.Ids;
import io.sillok.schemas.envelope.WorkEnvelope;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalLong;

/// The commands that a scan answers with. The same work answers under the same ids however often it
/// is done, so that the first answer of each step counts and later ones repeat it.
final class ScanAnswers {

    private static final Actor SCANNER = Actor.system("scanner");

    private final InstantSource clock;

    ScanAnswers(InstantSource clock) {
        this.clock = clock;
    }

    CommandEnvelope<MaterialCommand> begin(WorkEnvelope<ScanWork> work) {
        ScanWork scan = work.work();
        return answer(
                work,
                "begin",
                new MaterialCommand.BeginScan(scan.material(), scan.file().sha256()));
    }

    CommandEnvelope<MaterialCommand> conclude(WorkEnvelope<ScanWork> work, Verdict verdict) {
        ScanWork scan = work.work();
        return answer(
                work,
                "conclude",
                new MaterialCommand.ConcludeScan(scan.material(), scan.file().sha256(), verdict));
    }

    private CommandEnvelope<MaterialCommand> answer(
            WorkEnvelope<ScanWork> work, String step, MaterialCommand command) {
        String name = "scan/" + work.id() + "/" + step;
        Instant now = clock.instant();
        return new CommandEnvelope<>(
                new CommandId(Ids.named(name)),
                work.key(),
                work.subject(),
                now,
                SCANNER,
                work.correlation(),
                OptionalLong.empty(),
                Optional.of(new Idempotency(name, fingerprint(name))),
                work.traceparent(),
                command);
    }

    /// Of the question, not of the answer: two tries may find different things to say.
    private static String fingerprint(String name) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(name.getBytes(UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
