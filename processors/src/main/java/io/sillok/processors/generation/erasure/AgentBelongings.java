package io.sillok.processors.generation.erasure;

import io.sillok.platform.stores.Postgres;
import io.sillok.processors.engine.erasure.Belongings;
import io.sillok.processors.engine.erasure.PersonRows;
import io.sillok.processors.engine.erasure.Removal;
import io.sillok.processors.engine.projection.ViewPosition;
import io.sillok.schemas.generation.AgentCommand;
import io.sillok.schemas.generation.AgentId;
import io.sillok.schemas.personal.UserId;
import io.sillok.schemas.topics.Topics;
import java.util.List;

/// The agents that a person has.
record AgentBelongings(Postgres postgres) implements Belongings {

    @Override
    public String view() {
        return "agents";
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
                        select count(*) as total, count(*) filter (where not removed) as rest
                          from agents
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
                          from agents
                         where owner = :person and not removed
                         limit 500
                        """)
                        .stream()
                        .map(id -> remove(new AgentId(id), person))
                        .toList();
    }

    private static Removal remove(AgentId agent, UserId owner) {
        AgentCommand command = new AgentCommand.Remove(agent, owner);
        return new Removal(Topics.GENERATION_COMMANDS, command.key(), command.subject(), command);
    }
}
