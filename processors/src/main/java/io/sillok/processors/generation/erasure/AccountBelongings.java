package io.sillok.processors.generation.erasure;

import io.sillok.platform.stores.Postgres;
import io.sillok.processors.engine.erasure.Belongings;
import java.util.List;

/// Every view of generation in which something belongs to somebody. Budgets and what was used of
/// them are figures, and stay.
public final class AccountBelongings {

    private AccountBelongings() {}

    public static List<Belongings> all(Postgres postgres) {
        return List.of(new GenerationBelongings(postgres), new AgentBelongings(postgres));
    }
}
