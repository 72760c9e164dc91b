package io.sillok.processors.generation.projection;

import io.sillok.processors.engine.projection.LogRecord;
import io.sillok.processors.engine.projection.Projection;
import io.sillok.processors.engine.projection.Reading;
import io.sillok.processors.engine.projection.SubjectEvents;
import io.sillok.schemas.envelope.EventEnvelope;
import io.sillok.schemas.generation.BudgetEvent;
import io.sillok.schemas.topics.Topic;
import io.sillok.schemas.topics.Topics;
import io.sillok.schemas.wire.Decoded;
import io.sillok.schemas.wire.EventCodec;
import io.sillok.schemas.wire.LogEntry;
import java.util.List;

/// One row per account, model and day: what was used.
final class UsageProjection implements Projection<UsageRow> {

    private static final SubjectEvents BUDGETS = new SubjectEvents("budgets");

    @Override
    public String name() {
        return "generation-usage";
    }

    @Override
    public List<Topic> topics() {
        return List.of(Topics.GENERATION_EVENTS);
    }

    @Override
    public Reading<UsageRow> read(LogRecord record) {
        return switch (EventCodec.decode(record.record())) {
            case Decoded.Message<LogEntry>(LogEntry.Event(var event)) -> read(event);
            case Decoded.Message<LogEntry>(LogEntry.Settlement _) -> new Reading.Irrelevant<>();
            case Decoded.Undecodable<LogEntry>(var reason, _) -> BUDGETS.unreadable(record, reason);
        };
    }

    private static Reading<UsageRow> read(EventEnvelope<Object> event) {
        if (!(event.event() instanceof BudgetEvent.Settled settled)) {
            return new Reading.Irrelevant<>();
        }
        EventEnvelope<BudgetEvent.Settled> typed = event.with(settled);
        return new Reading.Change<>(UsageRow.id(typed), before -> UsageRow.after(before, typed));
    }
}
