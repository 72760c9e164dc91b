package io.sillok.standalone.stage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sillok.platform.testkit.WholeLog;
import io.sillok.platform.testkit.WholeLog.Stored;
import io.sillok.platform.testkit.ledger.Attempt;
import io.sillok.platform.testkit.ledger.LedgerChecker;
import io.sillok.platform.testkit.ledger.Model;
import io.sillok.schemas.bookings.Booking;
import io.sillok.schemas.bookings.BookingEvent;
import io.sillok.schemas.envelope.CommandId;
import io.sillok.schemas.topics.Topic;
import io.sillok.schemas.topics.Topics;
import io.sillok.standalone.EngineAddresses;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;

/// What was told of talents and bookings, held against their log and their view.
public record BookingsLedger(Stage stage) {

    private static final Duration QUIET_WITHIN = Duration.ofMinutes(2);

    /// Everything on the events topic.
    public List<Stored> events() {
        return read(Topics.BOOKINGS_EVENTS);
    }

    /// How many events (not settlements) there are.
    public long countEvents() {
        return events().stream()
                .filter(stored -> stored.record().header("ce_sequence").isPresent())
                .count();
    }

    /// Waits until the view has caught up, then checks attempts, chains, the rule of bookings and
    /// the view.
    ///
    /// @return how many bookings are confirmed
    public int check(List<Attempt> attempts) {
        Awaitility.await()
                .atMost(QUIET_WITHIN)
                .pollInterval(Duration.ofSeconds(1))
                .ignoreExceptions()
                .until(
                        () ->
                                new LedgerChecker(events())
                                        .views(bookings())
                                        .report(List.of())
                                        .differences()
                                        .isEmpty());
        ConfirmedBookingsDoNotOverlap rule = new ConfirmedBookingsDoNotOverlap();
        LedgerChecker.Report report =
                new LedgerChecker(events())
                        .attempts(attempts, this::statusOf)
                        .chains()
                        .invariant(rule)
                        .views(bookings())
                        .report(attempts);
        assertThat(report.differences()).isEmpty();
        Figures.line("bookings ledger: " + report + ", confirmed: " + rule.confirmed());
        return rule.confirmed();
    }

    /// Every command has exactly one settlement.
    public void checkThatEveryCommandSettled() {
        Awaitility.await()
                .atMost(QUIET_WITHIN)
                .untilAsserted(
                        () ->
                                assertThat(
                                                events().stream()
                                                        .filter(BookingsLedger::isSettlement)
                                                        .map(at -> header(at, "ce_causationid")))
                                        .containsExactlyInAnyOrderElementsOf(
                                                read(Topics.BOOKINGS_COMMANDS).stream()
                                                        .map(at -> header(at, "ce_id"))
                                                        .toList()));
    }

    private static boolean isSettlement(Stored stored) {
        return stored.record().header("ce_sequence").isEmpty();
    }

    private static String header(Stored stored, String name) {
        return stored.record().header(name).orElseThrow();
    }

    private List<Stored> read(Topic topic) {
        return new WholeLog(stage.addresses().kafka()).read(topic.in(stage.namespace()));
    }

    private Model<Booking> bookings() {
        EngineAddresses at = stage.addresses();
        PostgresRows rows =
                new PostgresRows(
                        at.postgresUrl(),
                        at.postgresUser(),
                        at.postgresPassword(),
                        stage.namespace().underscored("live"));
        return new Model<>(
                "bookings",
                (before, event) -> Booking.evolve(before, event.with((BookingEvent) event.event())),
                List.of(
                        new Model.View<>(
                                "postgres bookings",
                                BookingsLedger::row,
                                () ->
                                        rows.all(
                                                "bookings",
                                                """
                                                select id, version, talent_id, booker, start_at,
                                                       end_at, price::text as price, currency,
                                                       status, cancel_reason, created_at,
                                                       updated_at
                                                  from bookings
                                                """))));
    }

    private static ObjectNode row(Booking booking) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("version", booking.version());
        row.put("talent_id", booking.id().talent());
        row.put("booker", booking.booker());
        row.put("start_at", booking.period().start().toString());
        row.put("end_at", booking.period().end().toString());
        row.put("price", booking.price().amount());
        row.put("currency", booking.price().currency());
        row.put("status", booking.status());
        row.put("cancel_reason", booking.cancelled());
        row.put("created_at", booking.createdAt().toString());
        row.put("updated_at", booking.updatedAt().toString());
        return CatalogModels.normal(row);
    }

    private Optional<String> statusOf(CommandId command) {
        Answer answer = stage.admin().get("/api/v1/commands/" + command, "Consistency", "strong");
        return answer.status() == 200
                ? Optional.of(answer.json().path("status").asText())
                : Optional.empty();
    }
}
