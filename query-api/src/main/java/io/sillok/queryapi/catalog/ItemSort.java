package io.sillok.queryapi.catalog;

import static java.util.stream.Collectors.joining;

import io.sillok.schemas.catalog.ItemResource;
import io.sillok.schemas.money.Money;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/// The orders a list of items can have. Each ends with the id, so that none is ambiguous. Prices
/// are compared within their currency, currencies by their code.
enum ItemSort {
    NEWEST("-created_at"),
    OLDEST("created_at"),
    LAST_UPDATED("-updated_at"),
    FIRST_UPDATED("updated_at"),
    TITLE("title"),
    TITLE_REVERSED("-title"),
    CHEAPEST("price"),
    DEAREST("-price");

    private final String word;

    ItemSort(String word) {
        this.word = word;
    }

    /// The order that this word of the API names.
    static Optional<ItemSort> named(String word) {
        return Stream.of(values()).filter(sort -> sort.word.equals(word)).findAny();
    }

    /// All words there are.
    static String words() {
        return Stream.of(values()).map(ItemSort::word).collect(joining(", "));
    }

    String word() {
        return word;
    }

    /// What the order compares before the id.
    String keyOf(ItemResource item) {
        return switch (this) {
            case NEWEST, OLDEST -> item.createdAt().toString();
            case LAST_UPDATED, FIRST_UPDATED -> item.updatedAt().toString();
            case TITLE, TITLE_REVERSED -> item.title();
            case CHEAPEST, DEAREST -> item.currency() + item.price();
        };
    }

    /// Reads what [#keyOf] wrote.
    ///
    /// @throws RuntimeException when it is nothing this order compares
    Key read(String key) {
        return switch (this) {
            case NEWEST, OLDEST, LAST_UPDATED, FIRST_UPDATED ->
                    new Key(Instant.parse(key).toString(), "", "0");
            case TITLE, TITLE_REVERSED -> new Key(key, "", "0");
            case CHEAPEST, DEAREST -> {
                Money price = new Money(key.substring(3), key.substring(0, 3));
                yield new Key("", price.currency(), price.amount());
            }
        };
    }

    /// A key as the statements take it.
    ///
    /// @param text a time or a title
    record Key(String text, String currency, String price) {}
}
