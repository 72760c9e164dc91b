package io.sillok.queryapi.bookings;

import static java.util.stream.Collectors.joining;

import io.sillok.schemas.bookings.TalentResource;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/// The orders a list of talents can have. Each ends with the id, so that none is ambiguous.
enum TalentSort {
    NAME("name"),
    NAME_REVERSED("-name"),
    CHEAPEST("price_per_hour"),
    DEAREST("-price_per_hour"),
    OLDEST("created_at"),
    NEWEST("-created_at");

    private final String word;

    TalentSort(String word) {
        this.word = word;
    }

    /// The order that this word of the API names.
    static Optional<TalentSort> named(String word) {
        return Stream.of(values()).filter(sort -> sort.word.equals(word)).findAny();
    }

    /// All words there are.
    static String words() {
        return Stream.of(values()).map(sort -> sort.word).collect(joining(", "));
    }

    /// What the order compares before the id.
    String keyOf(TalentResource talent) {
        return switch (this) {
            case NAME, NAME_REVERSED -> talent.name();
            case CHEAPEST, DEAREST -> Long.toString(talent.pricePerHour());
            case OLDEST, NEWEST -> talent.createdAt().toString();
        };
    }

    /// A key in the one form that [#keyOf] gives it.
    ///
    /// @throws RuntimeException when the order compares nothing of this form
    String checkedKey(String key) {
        return switch (this) {
            case NAME, NAME_REVERSED -> key;
            case CHEAPEST, DEAREST -> new BigDecimal(key).toPlainString();
            case OLDEST, NEWEST -> Instant.parse(key).toString();
        };
    }
}
