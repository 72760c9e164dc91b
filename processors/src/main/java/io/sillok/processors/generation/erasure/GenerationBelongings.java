package io.sillok.processors.generation.erasure;

import io.sillok.platform.stores.Postgres;
import io.sillok.processors.engine.erasure.Belongings;
import io.sillok.processors.engine.erasure.PersonRows;
import io.sillok.processors.engine.erasure.Removal;
import io.sillok.processors.engine.projection.ViewPosition;
import io.sillok.schemas.generation.GenerationCommand;
import io.sillok.schemas.generation.GenerationId;
import io.sillok.schemas.personal.UserId;
import io.sillok.schemas.topics.Topics;
import java.util.List;

/// What a person asked and was answered.
record GenerationBelongings(Postgres postgres) implements Belongings {

    @Override
    public String view() {
        return "generations";
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
                        select count(*) as total, count(*) filter (where not forgotten) as rest
                          from generations
                         where owner = :person
                        """);
    }

    @Override
    public List<Removal> removals(UserId person) {
        return new PersonRows(postgres)
                        .ids(
                                person,
                                """
                        select id
                          from generations
                         where owner = :person and not forgotten
                         limit 500
                        """)
                        .stream()
                        .map(id -> forget(new GenerationId(id), person))
                        .toList();
    }

    private static Removal forget(GenerationId generation, UserId owner) {
        GenerationCommand command = new GenerationCommand.Forget(generation, owner);
        return new Removal(Topics.GENERATION_COMMANDS, command.key(), command.subject(), command);
    }
}
