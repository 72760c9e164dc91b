package io.sillok.schemas.golden;

import static io.sillok.schemas.golden.IdentityGiven.USER;

import io.sillok.schemas.envelope.BoundaryKey;
import io.sillok.schemas.envelope.Ids;
import io.sillok.schemas.envelope.WorkEnvelope;
import io.sillok.schemas.identity.ErasureCommand;
import io.sillok.schemas.identity.ErasureEvent;
import io.sillok.schemas.identity.ErasureReport;
import io.sillok.schemas.identity.ErasureWork;
import io.sillok.schemas.identity.Tally;
import io.sillok.schemas.wire.WorkCodec;
import java.util.List;
import java.util.Optional;

/// Commands, events and work of erasures.
final class ErasureSamples {

    private static final ErasureReport REPORT =
            new ErasureReport(List.of(new Tally("person-keys", 1, 0), new Tally("blobs", 3, 0)));
    private static final String REASON = "tries-exhausted";

    private ErasureSamples() {}

    static List<Sample> all() {
        return List.of(
                full(new ErasureCommand.Conclude(USER, REPORT)),
                full(new ErasureCommand.Suspend(USER, REASON)),
                full(new ErasureCommand.Resume(USER)),
                event(new ErasureEvent.Concluded(USER, REPORT)),
                event(new ErasureEvent.Suspended(USER, REASON)),
                event(new ErasureEvent.Resumed(USER)),
                work());
    }

    private static Sample full(ErasureCommand command) {
        return Given.full("full", command.key(), command.subject(), command);
    }

    private static Sample event(ErasureEvent event) {
        var subject = ErasureEvent.subject(USER);
        return Given.event("full", BoundaryKey.of(subject), subject, event);
    }

    private static Sample work() {
        WorkEnvelope<ErasureWork> work =
                new WorkEnvelope<>(
                        Ids.parse("6f1c1a52-6a0e-5c52-9a39-6d1f0c3a9b77"),
                        BoundaryKey.of(USER.subject()),
                        USER.subject(),
                        Given.TIME,
                        USER.toString(),
                        Given.CORRELATION,
                        Ids.parse("6f1c1a52-6a0e-5c52-9a39-6d1f0c3a9b76"),
                        Optional.of(Given.TRACE),
                        new ErasureWork(USER));
        return new Sample("full", work, WorkCodec.encode(work));
    }
}
