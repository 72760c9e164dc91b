package io.sillok.processors.generation.projection;

import io.sillok.processors.engine.projection.LogRecord;
import io.sillok.processors.engine.projection.Projection;
import io.sillok.processors.engine.projection.Reading;
import io.sillok.processors.engine.projection.SubjectEvents;
import io.sillok.schemas.generation.Budget;
import io.sillok.schemas.generation.BudgetEvent;
import io.sillok.schemas.topics.Topic;
import io.sillok.schemas.topics.Topics;
import java.util.List;

/// One row per budget.
final class BudgetsProjection implements Projection<Budget> {

    private static final SubjectEvents EVENTS = new SubjectEvents("budgets");

    @Override
    public String name() {
        return "budgets";
    }

    @Override
    public List<Topic> topics() {
        return List.of(Topics.GENERATION_EVENTS);
    }

    @Override
    public Reading<Budget> read(LogRecord record) {
        return EVENTS.read(
                record,
                event -> before -> Budget.evolve(before, event.with((BudgetEvent) event.event())));
    }
}
