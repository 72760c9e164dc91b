package io.sillok.processors.engine.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.sillok.schemas.wire.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RowDigestTest {

    record Row(String id, Object content) {}

    @Test
    void isTheSameForTheSameContentInAnotherOrderOfFields() {
        Map<String, Integer> other = new LinkedHashMap<>();
        other.put("b", 2);
        other.put("a", 1);
        Map<String, Integer> one = new LinkedHashMap<>();
        one.put("a", 1);
        one.put("b", 2);
        assertThat(digest(new Row("x", Json.object(one))))
                .isEqualTo(digest(new Row("x", Json.object(other))));
    }

    @Test
    void changesWithContentOrderAndNumberOfRows() {
        Row a = new Row("a", 1);
        Row b = new Row("b", 2);
        assertThat(digest(a, b)).isNotEqualTo(digest(b, a)).isNotEqualTo(digest(a));
        assertThat(digest(a, b)).isNotEqualTo(digest(a, new Row("b", 3)));
    }

    @Test
    void countsTheRows() {
        assertThat(digest().rows()).isZero();
        assertThat(digest(new Row("a", 1), new Row("b", 2)).rows()).isEqualTo(2);
    }

    private static RowDigest digest(Row... rows) {
        return RowDigest.of(Stream.of(rows));
    }
}
