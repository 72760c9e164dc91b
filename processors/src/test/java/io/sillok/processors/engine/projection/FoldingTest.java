package io.sillok.processors.engine.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.sillok.platform.kafka.LogPosition;
import io.sillok.schemas.topics.Topic;
import io.sillok.schemas.topics.Topics;
import io.sillok.schemas.wire.WireRecord;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FoldingTest {

    /// Appends the value of each record to the row its key names; `!` cannot be appended, `?`
    /// cannot be read and `-` means nothing.
    private static final Projection<String> WORDS =
            new Projection<>() {
                @Override
                public String name() {
                    return "words";
                }

                @Override
                public List<Topic> topics() {
                    return List.of(Topics.CATALOG_EVENTS);
                }

                @Override
                public Reading<String> read(LogRecord record) {
                    String row = record.record().key();
                    String value = new String(record.record().value(), StandardCharsets.UTF_8);
                    return switch (value) {
                        case "-" -> new Reading.Irrelevant<>();
                        case "?" -> new Reading.Unreadable<>(row, "malformed-value");
                        default -> new Reading.Change<>(row, before -> append(before, value));
                    };
                }
            };

    private final List<LogRecord> records = new ArrayList<>();

    @Test
    void makesOneRowOfManyRecords() {
        given("a", "1").given("b", "2").given("a", "3");
        Folding.Result<String> result = folded(Map.of("a", "0"), Set.of());
        assertThat(result.rows()).isEqualTo(Map.of("a", "013", "b", "2"));
        assertThat(result.parked()).isEmpty();
    }

    @Test
    void needsOnlyTheRowsThatChange() {
        given("a", "1").given("b", "-").given("c", "?");
        assertThat(Folding.of(WORDS, records).rows()).containsExactly("a");
    }

    @Test
    void parksWhatFailsAndAllAfterItOfTheSameRow() {
        given("a", "1").given("a", "!").given("b", "2").given("a", "3");
        Folding.Result<String> result = folded(Map.of(), Set.of());
        assertThat(result.rows()).isEqualTo(Map.of("a", "1", "b", "2"));
        assertThat(result.parked())
                .extracting(ParkedRecord::reason)
                .containsExactly("fold-failed", ParkedRecord.FOLLOWS);
        assertThat(result.parked())
                .extracting(parked -> parked.record().position().offset())
                .containsExactly(1L, 3L);
    }

    @Test
    void parksWhatCannotBeRead() {
        given("a", "?").given("a", "1");
        Folding.Result<String> result = folded(Map.of(), Set.of());
        assertThat(result.rows()).isEmpty();
        assertThat(result.parked())
                .extracting(ParkedRecord::reason)
                .containsExactly("malformed-value", ParkedRecord.FOLLOWS);
    }

    @Test
    void leavesRowsAloneThatAreParkedAlready() {
        given("a", "1").given("b", "2");
        Folding.Result<String> result = folded(Map.of(), Set.of("a"));
        assertThat(result.rows()).isEqualTo(Map.of("b", "2"));
        assertThat(result.parked()).extracting(ParkedRecord::row).containsExactly("a");
    }

    @Test
    void writesNoRowThatStaysAsItIs() {
        given("a", "");
        assertThat(folded(Map.of("a", "0"), Set.of()).rows()).isEmpty();
    }

    @Test
    void tellsStepByStepHowARowCameAbout() {
        given("a", "1").given("b", "2").given("a", "3").given("a", "!").given("a", "4");
        assertThat(Folding.of(WORDS, records).steps("a", Optional.of("0")))
                .extracting(Folding.Step::row)
                .containsExactly("01", "013");
    }

    private static String append(Optional<String> before, String value) {
        if (value.equals("!")) {
            throw new IllegalStateException("poison");
        }
        return before.orElse("") + value;
    }

    private FoldingTest given(String key, String value) {
        LogPosition position = new LogPosition("events", 0, records.size());
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        records.add(
                new LogRecord(
                        Topics.CATALOG_EVENTS, position, new WireRecord(key, Map.of(), bytes)));
        return this;
    }

    private Folding.Result<String> folded(Map<String, String> before, Set<String> parked) {
        return Folding.of(WORDS, records).fold(before, parked);
    }
}
