package io.sillok.queryapi.catalog.search;

import io.sillok.schemas.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// Something found, as its index has it, without its text. Which fields there are depends on its
/// type.
record FoundDocument(
        String type,
        UUID id,
        long version,
        String title,
        Optional<String> description,
        Optional<UUID> categoryId,
        Optional<String> fileName,
        Optional<String> mediaType,
        Optional<Long> size,
        Optional<String> owner,
        Optional<String> author,
        Optional<Integer> pages,
        Optional<BigDecimal> price,
        Optional<String> currency,
        Optional<BigDecimal> pricePerHour,
        Optional<Boolean> isAvailable,
        Instant createdAt,
        Instant updatedAt) {

    SearchHit asHit(Optional<Double> score, Highlights highlights) {
        return new SearchHit(
                type,
                id,
                version,
                title,
                description,
                categoryId,
                fileName,
                mediaType,
                size,
                owner,
                author,
                pages,
                money().map(Money::amount),
                currency,
                pricePerHour.map(BigDecimal::longValueExact),
                isAvailable,
                createdAt,
                updatedAt,
                score,
                highlights);
    }

    private Optional<Money> money() {
        return price.flatMap(
                value -> currency.flatMap(code -> Money.read(value.toPlainString(), code)));
    }
}
