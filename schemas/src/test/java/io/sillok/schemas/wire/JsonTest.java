package io.sillok.schemas.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    record Lesson(
            String lessonTitle,
            int roomNumber,
            Optional<String> note,
            OptionalLong seats,
            Instant beginsAt,
            List<String> tags) {}

    private static final Lesson LESSON =
            new Lesson(
                    "안전 🦺",
                    7,
                    Optional.empty(),
                    OptionalLong.empty(),
                    Instant.parse("2026-11-21T03:04:05.000678Z"),
                    List.of());

    private static final String TEXT =
            """
            {"lesson_title":"안전 🦺","room_number":7,\
            "begins_at":"2026-11-21T03:04:05.000678Z","tags":[]}""";

    @Test
    void writesSnakeCaseInTheOrderOfTheRecordAndLeavesOutWhatIsAbsent() {
        assertThat(new String(Json.bytes(LESSON), UTF_8)).isEqualTo(TEXT);
    }

    @Test
    void readsWhatItWrites() throws IOException {
        Lesson full =
                new Lesson(
                        "제목",
                        -1,
                        Optional.of("메모"),
                        OptionalLong.of(30),
                        Instant.EPOCH,
                        List.of("가", "나"));

        assertThat(Json.read(Json.bytes(full), Lesson.class)).isEqualTo(full);
        assertThat(Json.read(Json.bytes(LESSON), Lesson.class)).isEqualTo(LESSON);
        assertThat(Json.convert(Json.object(full), Lesson.class)).isEqualTo(full);
    }

    @Test
    void ignoresFieldsThatAreNew() throws IOException {
        String grown = TEXT.replace("\"tags\"", "\"level\":{\"name\":\"초급\"},\"tags\"");

        assertThat(Json.read(grown.getBytes(UTF_8), Lesson.class)).isEqualTo(LESSON);
    }

    @Test
    void takesNullForAbsent() throws IOException {
        String withNull = TEXT.replace("\"tags\"", "\"note\":null,\"seats\":null,\"tags\"");

        assertThat(Json.read(withNull.getBytes(UTF_8), Lesson.class)).isEqualTo(LESSON);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"lesson_title\":\"a\",\"begins_at\":\"1970-01-01T00:00:00Z\",\"tags\":[]}",
                "{\"room_number\":1,\"begins_at\":\"1970-01-01T00:00:00Z\",\"tags\":[]}"
            })
    void refusesAHole(String text) {
        assertUnreadable(text);
    }

    @Test
    void refusesNullForAValue() {
        assertUnreadable(TEXT.replace("\"안전 🦺\"", "null"));
        assertUnreadable(TEXT.replace("7,", "null,"));
        assertUnreadable(TEXT.replace("[]", "null"));
    }

    @Test
    void refusesOtherTypes() {
        assertUnreadable(TEXT.replace("\"안전 🦺\"", "5"));
        assertUnreadable(TEXT.replace("\"안전 🦺\"", "true"));
        assertUnreadable(TEXT.replace("\"안전 🦺\"", "[\"a\"]"));
        assertUnreadable(TEXT.replace("7,", "\"7\","));
        assertUnreadable(TEXT.replace("7,", "7.5,"));
        assertUnreadable(TEXT.replace("7,", "99999999999,"));
        assertUnreadable(TEXT.replace("[]", "{}"));
        assertUnreadable(TEXT.replace("[]", "[1]"));
        assertUnreadable(TEXT.replace("2026-11-21T", "21.11.2026 "));
    }

    @Test
    void refusesMoreThanOneValue() {
        assertUnreadable(TEXT + TEXT);
        assertUnreadable(TEXT + "]");
    }

    @Test
    void takesItsOwnFaultsAsBroken() {
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> Json.readOwn("{".getBytes(UTF_8), Lesson.class));
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> Json.bytes(new Object()));
    }

    @Test
    void limitsJsonFromOutside() {
        assertThat(Json.limits().getMaxNestingDepth()).isEqualTo(64);
    }

    @Test
    void readsTrees() throws IOException {
        ObjectNode tree = Json.object(LESSON);

        assertThat(Json.tree(Json.bytes(LESSON))).isEqualTo(tree);
    }

    private static void assertUnreadable(String text) {
        assertThatExceptionOfType(JsonProcessingException.class)
                .isThrownBy(() -> Json.read(text.getBytes(UTF_8), Lesson.class));
    }
}
