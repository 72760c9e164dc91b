package io.sillok.processors.engine.work;

import io.sillok.schemas.catalog.MaterialId;
import io.sillok.schemas.catalog.ScanWork;
import io.sillok.schemas.catalog.Sha256;
import io.sillok.schemas.catalog.StoredFile;
import io.sillok.schemas.envelope.BoundaryKey;
import io.sillok.schemas.envelope.Ids;
import io.sillok.schemas.envelope.WorkEnvelope;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// Work to try workers with.
final class Works {

    private Works() {}

    static WorkEnvelope<ScanWork> numbered(int number) {
        MaterialId material = new MaterialId(Ids.named("material " + number));
        UUID id = Ids.named("work " + number);
        return new WorkEnvelope<>(
                id,
                BoundaryKey.of(material.subject()),
                material.subject(),
                Instant.parse("2026-01-02T03:04:05Z"),
                "ada",
                id,
                id,
                Optional.empty(),
                new ScanWork(
                        material,
                        new StoredFile(
                                "a.txt", "a.txt", "text/plain", 3, new Sha256("0".repeat(64)))));
    }
}
