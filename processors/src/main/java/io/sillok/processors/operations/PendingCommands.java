package io.sillok.processors.operations;

import io.sillok.platform.stores.Postgres;
import io.sillok.processors.engine.erasure.Belongings;
import io.sillok.processors.engine.erasure.PersonRows;
import io.sillok.processors.engine.projection.ViewPosition;
import io.sillok.schemas.personal.UserId;

/// The commands of a person that are not decided yet: something may still come to belong to them.
public record PendingCommands(Postgres postgres) implements Belongings {

    @Override
    public String view() {
        return "commands";
    }

    @Override
    public ViewPosition position() {
        return ViewPosition.inPostgres(postgres, "commands");
    }

    @Override
    public Count count(UserId person) {
        return new PersonRows(postgres)
                .count(
                        person,
                        """
                        select count(*) as total, count(*) as rest
                          from commands
                         where outcome = 'pending' and actor = cast(:person as text)
                        """);
    }
}
