package io.sillok.queryapi.catalog.search;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// A material as the search index has it, without its text.
record MaterialDocument(
        UUID id,
        long version,
        String title,
        Optional<String> description,
        Optional<UUID> categoryId,
        String fileName,
        String mediaType,
        Optional<Long> size,
        String owner,
        Optional<String> author,
        Optional<Integer> pages,
        Instant createdAt,
        Instant updatedAt) {

    SearchHit asHit(String type, Optional<Double> score, Highlights highlights) {
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
                createdAt,
                updatedAt,
                score,
                highlights);
    }
}
