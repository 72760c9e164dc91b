package io.sillok.schemas.catalog;

import static io.sillok.schemas.envelope.History.time;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sillok.schemas.envelope.History;
import io.sillok.schemas.money.Money;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ItemTest {

    private static final ItemId ID = ItemId.parse("01937b6e-1e66-7f60-8b66-5e7f9a1b3206");
    private static final Money WON = new Money("359000", "KRW");
    private static final Money DOLLARS = new Money("249.90", "USD");
    private static final Optional<String> SAID = Optional.of("새것");
    private static final List<ItemEvent> LIFE =
            List.of(
                    new ItemEvent.Created(ID, "에어팟", SAID, WON, "ada"),
                    new ItemEvent.Changed(ID, "에어팟 프로", Optional.empty(), DOLLARS),
                    new ItemEvent.Removed(ID));

    @Test
    void beginsWithItsCreation() {
        assertThat(fold(LIFE.subList(0, 1)))
                .isEqualTo(new Item(ID, 1, "에어팟", SAID, WON, "ada", false, time(1), time(1)));
    }

    @Test
    void takesWhatIsNewAndKeepsItsOwner() {
        assertThat(fold(LIFE.subList(0, 2))).isEqualTo(item(2));
    }

    @Test
    void keepsNothingOfWhatItSaidWhenItIsRemoved() {
        Item removed = fold(LIFE);

        assertThat(removed.removed()).isTrue();
        assertThat(removed.version()).isEqualTo(3);
        assertThat(removed.title()).isEmpty();
        assertThat(removed.description()).isEmpty();
    }

    @Test
    void isNotChangedByRepeats() {
        Item item = fold(LIFE);

        for (int i = 0; i < LIFE.size(); i++) {
            assertThat(evolve(Optional.of(item), i + 1, LIFE.get(i))).isSameAs(item);
        }
    }

    @Test
    void doesNotBeginInTheMiddle() {
        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(() -> evolve(Optional.empty(), 2, LIFE.get(1)));
    }

    @Test
    void isAnsweredAsAResource() {
        assertThat(ItemResource.of(item(2)))
                .isEqualTo(
                        new ItemResource(
                                ID,
                                2,
                                "에어팟 프로",
                                Optional.empty(),
                                "249.90",
                                "USD",
                                "ada",
                                time(1),
                                time(2)));
    }

    private static Item item(long version) {
        return new Item(
                ID,
                version,
                "에어팟 프로",
                Optional.empty(),
                DOLLARS,
                "ada",
                false,
                time(1),
                time(version));
    }

    private static Item fold(List<ItemEvent> events) {
        Optional<Item> item = Optional.empty();
        for (int i = 0; i < events.size(); i++) {
            item = Optional.of(evolve(item, i + 1, events.get(i)));
        }
        return item.orElseThrow();
    }

    private static Item evolve(Optional<Item> before, long sequence, ItemEvent event) {
        return Item.evolve(before, History.at(sequence, ID.subject(), event));
    }
}
