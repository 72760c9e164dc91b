package io.sillok.processors.engine;

import io.sillok.schemas.envelope.CommandEnvelope;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// What a person quotes when a command failed, and what the log holds: `INC-20260131-9A0B1C2D`.
///
/// It comes from the command's id and day alone, so deciding again gives the same one.
record Incident(String id) {

    static Incident of(CommandEnvelope<?> command) {
        String day =
                DateTimeFormatter.BASIC_ISO_DATE.format(
                        command.time().atOffset(ZoneOffset.UTC).toLocalDate());
        String digits = command.id().toString().replace("-", "").substring(24);
        return new Incident("INC-" + day + "-" + digits.toUpperCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return id;
    }
}
