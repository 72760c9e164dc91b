package io.sillok.queryapi.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OrderTest {

    private static final Column<Thing> MADE = Column.time("made_at", Thing::made);
    private static final Column<Thing> COLOUR = Column.text("colour", Thing::colour);
    private static final Column<Thing> WEIGHT = Column.number("weight", Thing::weight);

    private static final Orders<Thing> ORDERS =
            Orders.<Thing>of(Thing::id)
                    .by(MADE)
                    .by("heft", List.of(COLOUR, WEIGHT))
                    .usually("-made_at");

    private record Thing(UUID id, Instant made, String colour, String weight) {}

    @Test
    void goesBothWaysByEveryName() {
        assertThat(ORDERS.words()).containsExactly("made_at", "-made_at", "heft", "-heft");
        assertThat(ORDERS.usual().word()).isEqualTo("-made_at");
        assertThatThrownBy(() -> Orders.<Thing>of(Thing::id).by(MADE).usually("colour"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void endsWithTheId() {
        assertThat(order("heft").by()).isEqualTo("colour, weight, id");
        assertThat(order("-heft").by()).isEqualTo("colour desc, weight desc, id desc");
    }

    @Test
    void comparesAllOfItAtOnce() {
        assertThat(order("made_at").isAfter())
                .isEqualTo("(made_at, id) > (:after_0::timestamptz, :after_id)");
        assertThat(order("-heft").isAfter())
                .isEqualTo("(colour, weight, id) < (:after_0::text, :after_1::numeric, :after_id)");
    }

    @Test
    void readsTheKeysItWrites() {
        Thing thing =
                new Thing(
                        new UUID(1, 2),
                        Instant.parse("2026-01-01T00:00:00.000001Z"),
                        "빨강, 파랑",
                        "12.50");

        assertThat(order("heft").keyOf(thing)).containsExactly("빨강, 파랑", "12.50");
        assertThat(order("heft").checked(order("heft").keyOf(thing)))
                .containsExactly("빨강, 파랑", "12.50");
        assertThat(order("made_at").checked(order("made_at").keyOf(thing)))
                .containsExactly("2026-01-01T00:00:00.000001Z");
    }

    @ParameterizedTest
    @CsvSource({
        "made_at, yesterday",
        "made_at, +1000000-01-01T00:00:00Z",
        "made_at, 0000-01-01T00:00:00Z",
        "heft, red",
        "heft, red|heavy",
        "heft, red|-1",
        "heft, red|1e999999999",
        "heft, red|1|1"
    })
    void refusesAKeyOfAnotherForm(String word, String key) {
        assertThatThrownBy(() -> order(word).checked(List.of(key.split("\\|", -1))))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void refusesWhatNoTextInTheDatabaseHolds() {
        assertThatThrownBy(() -> order("heft").checked(List.of("\u0000", "1")))
                .isInstanceOf(RuntimeException.class);
    }

    private static Order<Thing> order(String word) {
        return ORDERS.all().stream()
                .filter(order -> order.word().equals(word))
                .findAny()
                .orElseThrow();
    }
}
