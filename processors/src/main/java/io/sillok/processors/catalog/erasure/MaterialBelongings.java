package io.sillok.processors.catalog.erasure;

import static java.util.stream.Collectors.toSet;

import io.sillok.platform.blobs.BlobAddress;
import io.sillok.platform.stores.Postgres;
import io.sillok.processors.engine.erasure.Belongings;
import io.sillok.processors.engine.erasure.PersonRows;
import io.sillok.processors.engine.erasure.Removal;
import io.sillok.processors.engine.projection.ViewPosition;
import io.sillok.schemas.catalog.MaterialCommand;
import io.sillok.schemas.catalog.MaterialId;
import io.sillok.schemas.envelope.BoundaryKey;
import io.sillok.schemas.personal.UserId;
import io.sillok.schemas.topics.Topics;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// The materials of a person, withdrawn ones too: a row keeps what they said until they are
/// forgotten.
record MaterialBelongings(Postgres postgres) implements Belongings {

    @Override
    public String view() {
        return "materials";
    }

    @Override
    public ViewPosition position() {
        return ViewPosition.inPostgres(postgres, "materials");
    }

    @Override
    public Count count(UserId person) {
        return new PersonRows(postgres)
                .count(
                        person,
                        """
                        select count(*) as total, count(*) filter (where title <> '') as rest
                          from materials
                         where owner = cast(:person as text)
                        """);
    }

    @Override
    public List<Removal> removals(UserId person) {
        return new PersonRows(postgres)
                        .ids(
                                person,
                                """
                        select id
                          from materials
                         where owner = cast(:person as text) and title <> ''
                         limit 500
                        """)
                        .stream()
                        .map(MaterialBelongings::forget)
                        .toList();
    }

    @Override
    public Set<BlobAddress> blobs(UserId person) {
        return new PersonRows(postgres)
                        .list(
                                person,
                                """
                        select blob
                          from materials,
                               unnest(array[sha256, text_sha256, thumbnail_sha256]) as blobs (blob)
                         where owner = cast(:person as text) and blob is not null
                        """,
                                String.class)
                        .stream()
                        .map(BlobAddress::new)
                        .collect(toSet());
    }

    private static Removal forget(UUID id) {
        MaterialId material = new MaterialId(id);
        return new Removal(
                Topics.CATALOG_COMMANDS,
                BoundaryKey.of(material.subject()),
                material.subject(),
                new MaterialCommand.Forget(material));
    }
}
