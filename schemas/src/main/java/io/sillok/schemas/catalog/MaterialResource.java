package io.sillok.schemas.catalog;

import io.sillok.schemas.envelope.Versioned;
import java.time.Instant;
import java.util.Optional;

/// A learning material as both APIs answer it.
///
/// @param version also its ETag
/// @param fileName safe to write to any file system
/// @param originalName as the uploader called it
/// @param size in bytes
/// @param owner id of who uploaded it
/// @param statusReason why it is not clean
public record MaterialResource(
        MaterialId id,
        long version,
        String title,
        Optional<String> description,
        Optional<CategoryId> categoryId,
        String fileName,
        String originalName,
        String mediaType,
        long size,
        Sha256 sha256,
        String owner,
        MaterialStatus status,
        Optional<String> statusReason,
        Optional<Integer> pages,
        Optional<String> author,
        Optional<Double> durationSeconds,
        boolean hasThumbnail,
        Optional<MaterialId> duplicateOf,
        Instant createdAt,
        Instant updatedAt)
        implements Versioned {

    public static MaterialResource of(Material material) {
        StoredFile file = material.file();
        Extract extract = material.extract();
        return new MaterialResource(
                material.id(),
                material.version(),
                material.title(),
                material.description(),
                material.category(),
                file.name(),
                file.originalName(),
                file.mediaType(),
                file.size(),
                file.sha256(),
                material.owner(),
                material.status(),
                material.statusReason(),
                extract.pages(),
                extract.author(),
                extract.durationSeconds(),
                extract.thumbnail().isPresent(),
                material.duplicateOf(),
                material.createdAt(),
                material.updatedAt());
    }
}
