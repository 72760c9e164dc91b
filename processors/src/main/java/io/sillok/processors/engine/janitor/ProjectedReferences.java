package io.sillok.processors.engine.janitor;

import io.sillok.platform.blobs.BlobAddress;
import io.sillok.platform.kafka.KafkaSettings;
import io.sillok.platform.stores.Postgres;
import io.sillok.processors.engine.projection.LogEnd;
import io.sillok.processors.engine.projection.ViewPosition;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// The references as they are projected in Postgres, compared with the end of the log. Thread-safe.
final class ProjectedReferences implements BlobReferences {

    private static final String REFERENCES = "blob-references";
    private static final String COMMANDS = "commands";

    private final Postgres postgres;
    private final KafkaSettings kafka;
    private final Duration patience;

    /// @param patience with projections that are a little behind
    ProjectedReferences(Postgres postgres, KafkaSettings kafka, Duration patience) {
        this.postgres = postgres;
        this.kafka = kafka;
        this.patience = patience;
    }

    @Override
    public Standing standing(Instant before) throws InterruptedException {
        LogEnd end = LogEnd.now(kafka, "janitor");
        if (!view(REFERENCES).reaches(end, patience) || !view(COMMANDS).reaches(end, patience)) {
            return new Standing.Behind("projections-behind");
        }
        if (hasParked()) {
            return new Standing.Behind("references-parked");
        }
        return hasUnsettled(before)
                ? new Standing.Behind("commands-unsettled")
                : new Standing.Current();
    }

    @Override
    public Set<BlobAddress> among(Collection<BlobAddress> blobs) {
        List<String> addresses = blobs.stream().map(BlobAddress::sha256).toList();
        return postgres.jdbi()
                .withHandle(
                        handle ->
                                handle
                                        .createQuery(
                                                """
                                                select distinct sha256
                                                  from blob_references
                                                 where sha256 = any(:addresses)
                                                """)
                                        .bindArray("addresses", String.class, addresses)
                                        .mapTo(String.class)
                                        .stream()
                                        .map(BlobAddress::new)
                                        .collect(Collectors.toSet()));
    }

    private ViewPosition view(String projection) {
        return ViewPosition.inPostgres(postgres, projection);
    }

    /// A parked event is passed but not applied: what it refers to is not known.
    private boolean hasParked() {
        return postgres.jdbi()
                .withHandle(
                        handle ->
                                handle.createQuery(
                                                """
                                                select exists (
                                                    select 1
                                                      from parked p
                                                      join live_projections l
                                                        on l.projection = p.projection
                                                       and l.version = p.version
                                                     where p.projection = :projection)
                                                """)
                                        .bind("projection", REFERENCES)
                                        .mapTo(Boolean.class)
                                        .one());
    }

    private boolean hasUnsettled(Instant before) {
        return postgres.jdbi()
                .withHandle(
                        handle ->
                                handle.createQuery(
                                                """
                                                select exists (
                                                    select 1
                                                      from commands
                                                     where outcome = 'pending'
                                                       and taken_at < :before)
                                                """)
                                        .bind("before", before.atOffset(ZoneOffset.UTC))
                                        .mapTo(Boolean.class)
                                        .one());
    }
}
