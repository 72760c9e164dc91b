package io.sillok.processors.catalog.erasure;

import io.sillok.platform.stores.Postgres;
import io.sillok.processors.engine.erasure.Belongings;
import io.sillok.processors.engine.erasure.PersonRows;
import io.sillok.processors.engine.erasure.Removal;
import io.sillok.processors.engine.projection.ViewPosition;
import io.sillok.schemas.catalog.PostCommand;
import io.sillok.schemas.catalog.PostId;
import io.sillok.schemas.envelope.BoundaryKey;
import io.sillok.schemas.personal.UserId;
import io.sillok.schemas.topics.Topics;
import java.util.List;
import java.util.UUID;

/// The posts that a person wrote.
record PostBelongings(Postgres postgres) implements Belongings {

    @Override
    public String view() {
        return "posts";
    }

    @Override
    public ViewPosition position() {
        return ViewPosition.inPostgres(postgres, view());
    }

    @Override
    public Count count(UserId person) {
        return new PersonRows(postgres)
                .count(
                        person,
                        """
                        select count(*) as total, count(*) filter (where not retracted) as rest
                          from posts
                         where author = cast(:person as text)
                        """);
    }

    @Override
    public List<Removal> removals(UserId person) {
        return new PersonRows(postgres)
                        .ids(
                                person,
                                """
                        select id
                          from posts
                         where author = cast(:person as text) and not retracted
                         limit 500
                        """)
                        .stream()
                        .map(PostBelongings::retract)
                        .toList();
    }

    private static Removal retract(UUID id) {
        PostId post = new PostId(id);
        return new Removal(
                Topics.CATALOG_COMMANDS,
                BoundaryKey.of(post.subject()),
                post.subject(),
                new PostCommand.Retract(post));
    }
}
