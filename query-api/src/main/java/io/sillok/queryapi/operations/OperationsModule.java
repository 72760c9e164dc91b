package io.sillok.queryapi.operations;

import io.sillok.queryapi.engines.ReadModel;
import io.sillok.queryapi.log.Boundaries;
import io.sillok.queryapi.log.Epoch;
import io.sillok.queryapi.log.EventLog;
import java.util.List;

/// What is served about the platform itself: commands and the audit.
public final class OperationsModule {

    private OperationsModule() {}

    /// The resources of this context.
    ///
    /// @param boundaries of all contexts
    public static List<Object> resources(
            ReadModel readModel, EventLog log, Epoch epoch, Boundaries boundaries) {
        return List.of(
                new CommandsResource(new CommandQueries(readModel)),
                new AuditResource(new Audit(log, epoch, boundaries)));
    }
}
