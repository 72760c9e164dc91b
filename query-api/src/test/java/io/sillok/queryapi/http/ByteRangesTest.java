package io.sillok.queryapi.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.sillok.queryapi.http.ByteRanges.One;
import io.sillok.queryapi.http.ByteRanges.Range;
import io.sillok.queryapi.http.ByteRanges.Several;
import io.sillok.queryapi.http.ByteRanges.Unsatisfiable;
import io.sillok.queryapi.http.ByteRanges.Whole;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ByteRangesTest {

    private static final long SIZE = 1_000;

    @Test
    void isWholeWithoutTheHeader() {
        assertThat(ByteRanges.parse(Optional.empty(), SIZE)).isEqualTo(new Whole());
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=0-0, 0, 0",
        "bytes=0-499, 0, 499",
        "bytes=500-, 500, 999",
        "bytes=-1, 999, 999",
        "bytes=-5000, 0, 999",
        "bytes=990-2000, 990, 999",
        "'BYTES= 1 - 2', 1, 2",
        "'bytes=5-6 , 7-9', 5, 9",
        "'bytes=0-1,5000-', 0, 1"
    })
    void findsOneRange(String header, long first, long last) {
        ByteRanges ranges = parse(header.replace(" - ", "-"));
        assertThat(ranges).isEqualTo(new One(new Range(first, last)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bytes",
                "bytes=",
                "bytes=-",
                "bytes=5-1",
                "bytes=a-b",
                "items=0-1",
                "bytes=0-1,x",
                "bytes=0-1,",
                "bytes=0000000000000000000000000000001-",
                "bytes=1 2-3"
            })
    void ignoresWhatIsNoRange(String header) {
        assertThat(parse(header)).isEqualTo(new Whole());
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=1000-", "bytes=1000-1001", "bytes=-0", "bytes=2000-,3000-"})
    void cannotSatisfyWhatLiesBehindTheEnd(String header) {
        assertThat(parse(header)).isEqualTo(new Unsatisfiable());
    }

    @Test
    void sortsAndJoinsSeveralRanges() {
        assertThat(parse("bytes=900-,0-9,5-19,30-39"))
                .isEqualTo(
                        new Several(
                                List.of(new Range(0, 19), new Range(30, 39), new Range(900, 999))));
    }

    @Test
    void ignoresMoreRangesThanAnybodyNeeds() {
        assertThat(parse("bytes=0-0" + ",2-2".repeat(ByteRanges.MOST_RANGES)))
                .isEqualTo(new Whole());
    }

    private static ByteRanges parse(String header) {
        return ByteRanges.parse(Optional.of(header), SIZE);
    }
}
