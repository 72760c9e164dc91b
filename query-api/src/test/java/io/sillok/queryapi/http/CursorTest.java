package io.sillok.queryapi.http;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sillok.platform.web.problems.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CursorTest {

    private record Place(String key, long offset) {
        Place {
            requireNonNull(key);
        }
    }

    @Test
    void readsWhatItWrote() {
        Place place = new Place("교육 & 자료", 40);
        assertThat(Cursor.read(Cursor.write(place), Place.class)).isEqualTo(place);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "null",
                "[]",
                "\"x\"",
                "{\"key\":1,\"offset\":\"x\"}",
                "{\"offset\":1}"
            })
    void refusesOtherJson(String json) {
        String text = Base64.getUrlEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
        assertRefused(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"!", "eyJ", "한글"})
    void refusesOtherText(String text) {
        assertRefused(text);
    }

    @Test
    void refusesEndlessText() {
        assertRefused("A".repeat(100_000));
    }

    private static void assertRefused(String text) {
        assertThatThrownBy(() -> Cursor.read(text, Place.class))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().reason()).isEqualTo("cursor-invalid"));
    }
}
