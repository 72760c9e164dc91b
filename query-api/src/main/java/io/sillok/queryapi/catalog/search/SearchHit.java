package io.sillok.queryapi.catalog.search;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// One result.
///
/// @param type what it is: `material`, `item`, `post` or `talent`; the other fields are those of
///   its type
/// @param title of a talent the name
/// @param owner id of who uploaded, offers or wrote it
/// @param pricePerHour of a talent, in whole units of the currency
/// @param score how well it matches; absent when results are not sorted by relevance
/// @param highlights what matched
@Schema(name = "SearchHit")
public record SearchHit(
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
        Optional<String> price,
        Optional<String> currency,
        Optional<Long> pricePerHour,
        Optional<Boolean> isAvailable,
        Instant createdAt,
        Instant updatedAt,
        Optional<Double> score,
        Highlights highlights) {}
