package io.sillok.processors.bookings.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sillok.engines.Engines;
import io.sillok.platform.testkit.personal.Keyring;
import io.sillok.processors.engine.projection.ProjectionRebuild;
import io.sillok.processors.engine.projection.ProjectionStage;
import io.sillok.processors.engine.projection.RowDigest;
import io.sillok.processors.engine.projection.StoredProjection;
import io.sillok.processors.engine.projection.StoredProjection.Surroundings;
import io.sillok.schemas.bookings.Booking;
import io.sillok.schemas.bookings.BookingEvent;
import io.sillok.schemas.bookings.BookingId;
import io.sillok.schemas.bookings.CalendarEvent;
import io.sillok.schemas.bookings.CancelReason;
import io.sillok.schemas.bookings.Period;
import io.sillok.schemas.bookings.Rate;
import io.sillok.schemas.bookings.Talent;
import io.sillok.schemas.bookings.TalentEvent;
import io.sillok.schemas.bookings.TalentId;
import io.sillok.schemas.envelope.EventEnvelope;
import io.sillok.schemas.envelope.Head;
import io.sillok.schemas.envelope.Subject;
import io.sillok.schemas.topics.Topics;
import io.sillok.schemas.wire.EventCodec;
import io.sillok.schemas.wire.SealedEvent;
import io.sillok.schemas.wire.WireRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/// The views of talents and bookings on real engines. Every event comes twice.
@TestInstance(Lifecycle.PER_CLASS)
class BookingsProjectionsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Instant DAY = Instant.parse("2027-01-01T00:00:00Z");

    private final Keyring keys = new Keyring();
    private final Map<Subject, Head> heads = new HashMap<>();
    private final Map<String, Talent> talents = new TreeMap<>();
    private final Map<String, Booking> bookings = new TreeMap<>();
    private Engines engines;
    private ProjectionStage stage;

    @BeforeAll
    void start(@TempDir Path folder) {
        engines = Engines.start(folder.resolve("engines"));
        stage = new ProjectionStage(engines, "bookings", folder);
        projections().forEach(projection -> stage.run(projection.runner()));
    }

    @AfterAll
    void stop() {
        stage.close();
        engines.close();
    }

    @Test
    void showWhatTheEventsSayAndTheSameWhenBuiltAnew() throws IOException {
        for (int n = 0; n < 30; n++) {
            write(life(n));
        }
        awaitDigest("talents", RowDigest.of(talents.values().stream()));
        awaitDigest("bookings", RowDigest.of(bookings.values().stream()));
        awaitDigest(
                "talents-search", RowDigest.of(talents.values().stream().map(FindableTalent::of)));
        assertThat(phones()).containsOnly("010-0000-0001");
        assertThat(document(talent(1)).toString()).doesNotContain("010-0000").contains("이름 1");
        assertThat(document(talent(2)).path("withdrawn").asBoolean()).isTrue();
        assertThat(document(talent(2)).has("title")).isFalse();
        assertThat(document(talent(2)).has("initials")).isFalse();
        assertThat(document(talent(1)).path("type").asText()).isEqualTo("talent");
        assertThat(document(talent(1)).path("initials").asText()).isEqualTo("ㅇㄹ");
        assertThat(document(talent(1)).path("jamo").asText()).isEqualTo("ㅇㅣㄹㅡㅁ 1 ㅇㅣㄹㅡㅁ1");
        assertThat(document(talent(1)).path("price_per_hour").asLong()).isEqualTo(50_001);
        assertThat(document(talent(1)).path("is_available").asBoolean(true)).isFalse();

        for (StoredProjection<?> projection : projections()) {
            ProjectionRebuild<?> rebuild = projection.rebuild();
            stage.run(rebuild.begin());
            assertThat(rebuild.compare(PATIENCE))
                    .isInstanceOf(ProjectionRebuild.Comparison.Equal.class);
        }
    }

    /// Every third talent leaves; all have bookings in every state.
    private static List<CalendarEvent> life(int n) {
        TalentId talent = talent(n);
        Period period = new Period(DAY, DAY.plus(Duration.ofMinutes(90)));
        Period later = new Period(DAY.plusSeconds(7200), DAY.plusSeconds(10_800));
        var rate = Rate.perHour(50_000 + n);
        List<CalendarEvent> events = new ArrayList<>();
        events.add(
                new TalentEvent.Added(
                        talent, "이름 " + n, "소개글 열 글자 이상", rate, Optional.empty(), true));
        events.add(
                new TalentEvent.Changed(
                        talent,
                        "이름 " + n,
                        "소개글 열 글자 이상",
                        rate,
                        Optional.of("010-0000-0001"),
                        n % 2 == 0));
        for (int i = 0; i < 3; i++) {
            BookingId id = BookingId.of(talent, new UUID(n, i));
            events.add(
                    new BookingEvent.Confirmed(
                            id, talent, "ada", period, rate, Rate.of(period, rate)));
            if (i > 0) {
                events.add(new BookingEvent.Rescheduled(id, later, rate));
            }
            if (i > 1) {
                events.add(new BookingEvent.Cancelled(id, CancelReason.BY_ADMIN));
            }
        }
        if (n % 3 == 2) {
            events.add(new TalentEvent.Withdrawn(talent));
        }
        return events;
    }

    private void write(List<CalendarEvent> events) {
        List<WireRecord> records = events.stream().map(this::seal).toList();
        stage.events().send(Topics.BOOKINGS_EVENTS, records);
        stage.events().send(Topics.BOOKINGS_EVENTS, records);
    }

    private WireRecord seal(CalendarEvent event) {
        Subject subject = event.subject();
        SealedEvent<CalendarEvent> sealed =
                EventCodec.seal(
                        stage.events().command(subject, talentOf(event).key(), event),
                        subject,
                        heads.getOrDefault(subject, Head.NONE),
                        event,
                        keys);
        heads.put(subject, sealed.head());
        fold(sealed.envelope());
        return sealed.record();
    }

    private void fold(EventEnvelope<CalendarEvent> envelope) {
        String id = envelope.subject().id().toString();
        switch (envelope.event()) {
            case TalentEvent event ->
                    talents.put(
                            id,
                            Talent.evolve(
                                    Optional.ofNullable(talents.get(id)), envelope.with(event)));
            case BookingEvent event ->
                    bookings.put(
                            id,
                            Booking.evolve(
                                    Optional.ofNullable(bookings.get(id)), envelope.with(event)));
        }
    }

    private static TalentId talentOf(CalendarEvent event) {
        return switch (event) {
            case TalentEvent happened -> happened.talent();
            case BookingEvent happened -> happened.booking().talent();
        };
    }

    private static TalentId talent(int n) {
        return TalentId.of(new UUID(1, n));
    }

    private List<StoredProjection<?>> projections() {
        Surroundings around =
                new Surroundings(stage.kafka(), stage.postgres(), InstantSource.system());
        return Stream.concat(
                        BookingsProjections.inPostgres(around, keys).stream(),
                        BookingsProjections.inOpenSearch(around, stage.search()).stream())
                .<StoredProjection<?>>map(projection -> projection)
                .toList();
    }

    private void awaitDigest(String name, RowDigest expected) {
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .untilAsserted(
                        () ->
                                assertThat(
                                                projections().stream()
                                                        .filter(one -> one.name().equals(name))
                                                        .findFirst()
                                                        .orElseThrow()
                                                        .digest())
                                        .isEqualTo(expected));
    }

    private List<String> phones() {
        return stage.postgres()
                .jdbi()
                .withHandle(
                        handle ->
                                handle.createQuery(
                                                "select phone from talents where phone is not null")
                                        .mapTo(String.class)
                                        .list());
    }

    private ObjectNode document(TalentId talent) throws IOException {
        return Optional.ofNullable(
                        stage.search()
                                .client()
                                .get(
                                        g ->
                                                g.index(stage.search().name("talents"))
                                                        .id(talent.toString()),
                                        ObjectNode.class)
                                .source())
                .orElseThrow();
    }
}
