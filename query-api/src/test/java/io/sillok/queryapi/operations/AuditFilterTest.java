package io.sillok.queryapi.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sillok.platform.web.problems.ProblemException;
import io.sillok.queryapi.http.Parameters;
import io.sillok.queryapi.log.LoggedRecord;
import io.sillok.queryapi.stage.Told;
import io.sillok.schemas.wire.Headers;
import io.sillok.schemas.wire.WireRecord;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AuditFilterTest {

    private static final List<WireRecord> EVENTS = Told.twoCategories();
    private static final String FIRST = EVENTS.getFirst().header(Headers.SUBJECT).orElseThrow();

    @Test
    void showsEventsButNoSettlementsUnlessAsked() {
        assertThat(shows(Map.of(), EVENTS.getFirst())).isTrue();
        assertThat(shows(Map.of(), Told.settlement())).isFalse();
        assertThat(shows(Map.of("include", "settlements"), Told.settlement())).isTrue();
    }

    @Test
    void looksForASubject() {
        assertThat(EVENTS.stream().filter(e -> shows(Map.of("subject", FIRST), e))).hasSize(3);
    }

    @Test
    void findsSettlementsByTheResourceAndByTheCommand() {
        WireRecord settlement = Told.settlement();
        String command = settlement.header(Headers.SUBJECT).orElseThrow();
        assertThat(shows(Map.of("subject", FIRST, "include", "settlements"), settlement)).isTrue();
        assertThat(shows(Map.of("subject", command), settlement)).isTrue();
    }

    @Test
    void looksForTypeAndActor() {
        String created = "io.sillok.catalog.category-created.v1";
        assertThat(EVENTS.stream().filter(e -> shows(Map.of("type", created), e))).hasSize(2);
        assertThat(EVENTS.stream().filter(e -> shows(Map.of("actor", "ada"), e))).hasSize(5);
        assertThat(EVENTS.stream().filter(e -> shows(Map.of("actor", "bob"), e))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "from, 2026-03-01T09:00:00.123456Z, true",
        "from, 2026-03-01T09:00:00.123457Z, false",
        "to, 2026-03-01T09:00:00.123456Z, false",
        "to, 2026-03-01T09:00:00.123457Z, true",
        "from, 2026-03-01T18:00:00+09:00, true",
        "from, 2026-03-01T18:00:00 09:00, true"
    })
    void looksForATime(String parameter, String time, boolean shown) {
        assertThat(shows(Map.of(parameter, time), EVENTS.getFirst())).isEqualTo(shown);
    }

    @Test
    void showsARecordWhoseTimeIsDamaged() {
        var headers = new HashMap<>(EVENTS.getFirst().headers());
        headers.put(Headers.TIME, "yesterday");
        var damaged = new WireRecord("categories", headers, EVENTS.getFirst().value());
        assertThat(shows(Map.of("from", "2030-01-01T00:00:00Z"), damaged)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "subject, materials",
        "subject, materials/1",
        "type, created",
        "from, yesterday",
        "include, everything"
    })
    void refusesWhatItDoesNotUnderstand(String parameter, String value) {
        assertThatThrownBy(() -> shows(Map.of(parameter, value), EVENTS.getFirst()))
                .isInstanceOf(ProblemException.class);
    }

    private static boolean shows(Map<String, String> query, WireRecord record) {
        Parameters parameters = new Parameters(new MultivaluedHashMap<>(query));
        AuditFilter filter = AuditFilter.of(parameters);
        parameters.orThrow();
        return filter.shows(new LoggedRecord("events", 0, 0, 0, record));
    }
}
