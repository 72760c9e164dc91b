package io.sillok.queryapi.operations;

import io.sillok.queryapi.engines.ReadModel;
import io.sillok.queryapi.log.Boundaries;
import io.sillok.queryapi.log.Epoch;
import io.sillok.queryapi.log.EventLog;
import io.sillok.schemas.personal.PersonKeys;
import io.sillok.schemas.wire.Representations;
import java.util.List;

/// What is served about the platform itself: commands and the audit.
public final class OperationsModule {

    private OperationsModule() {}

    /// The resources of this context.
    ///
    /// @param boundaries of all contexts
    /// @param keys for the personal data in what commands answered
    public static List<Object> resources(
            ReadModel readModel,
            EventLog log,
            Epoch epoch,
            Boundaries boundaries,
            PersonKeys keys) {
        return List.of(
                new CommandsResource(new CommandQueries(readModel, new Representations(keys))),
                new AuditResource(new Audit(log, epoch, boundaries)));
    }
}
