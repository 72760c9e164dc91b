package io.sillok.queryapi.operations;

import com.fasterxml.jackson.databind.JsonNode;
import io.sillok.queryapi.http.Parameters;
import io.sillok.queryapi.log.LoggedRecord;
import io.sillok.schemas.envelope.Subject;
import io.sillok.schemas.wire.Headers;
import io.sillok.schemas.wire.Json;
import io.sillok.schemas.wire.MessageTypes;
import io.sillok.schemas.wire.WireRecord;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/// Which records of the log an audit shows.
///
/// @param type a CloudEvents type
/// @param from inclusive, by the event's own time
/// @param to exclusive
/// @param settlements whether the ends of commands are shown too
record AuditFilter(
        Optional<Subject> subject,
        Optional<String> actor,
        Optional<String> type,
        Optional<Instant> from,
        Optional<Instant> to,
        boolean settlements) {

    private static final String SETTLEMENTS = "settlements";
    private static final String COMMANDS = "commands";

    /// Reads the query parameters; what is wrong is noted there.
    static AuditFilter of(Parameters query) {
        Optional<Subject> subject =
                query.parsed("subject", Subject::parse, "must be collection/uuid");
        boolean wanted =
                query.word(
                                "include",
                                word -> Optional.of(word).filter(SETTLEMENTS::equals),
                                SETTLEMENTS)
                        .isPresent();
        return new AuditFilter(
                subject,
                query.text("actor"),
                query.word(
                        "type",
                        word -> MessageTypes.named(word).map(_ -> word),
                        "the message types in the documentation"),
                query.time("from"),
                query.time("to"),
                wanted || subject.filter(s -> s.collection().equals(COMMANDS)).isPresent());
    }

    boolean shows(LoggedRecord logged) {
        WireRecord record = logged.record();
        return (settlements || !logged.isSettlement())
                && matches(actor, record.header(Headers.ACTOR))
                && matches(type, record.header(Headers.TYPE))
                && isInTime(record)
                && subject.map(Subject::toString).filter(s -> !isAbout(s, logged)).isEmpty();
    }

    private static boolean matches(Optional<String> wanted, Optional<String> is) {
        return wanted.isEmpty() || wanted.equals(is);
    }

    /// A record whose time cannot be read is shown: an audit hides nothing for being damaged.
    private boolean isInTime(WireRecord record) {
        try {
            Optional<Instant> time = record.header(Headers.TIME).map(Instant::parse);
            return time.isEmpty()
                    || (from.filter(time.get()::isBefore).isEmpty()
                            && to.filter(t -> !time.get().isBefore(t)).isEmpty());
        } catch (DateTimeException _) {
            return true;
        }
    }

    /// A settlement is about its command, and about the resource that stands in its data.
    private static boolean isAbout(String subject, LoggedRecord logged) {
        return logged.record().header(Headers.SUBJECT).filter(subject::equals).isPresent()
                || (logged.isSettlement() && settled(logged.record()).equals(subject));
    }

    private static String settled(WireRecord record) {
        try {
            JsonNode data = Json.tree(record.value());
            return data.path("subject").asText("");
        } catch (IOException _) {
            return "";
        }
    }
}
