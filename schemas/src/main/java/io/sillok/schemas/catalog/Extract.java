package io.sillok.schemas.catalog;

import java.util.Optional;

/// What a clean file says of itself.
///
/// @param text where its plain text (UTF-8) is in the blob store
/// @param thumbnail where the picture (PNG) of its first page is
/// @param pages pages or slides or sheets
/// @param author as the file names it
/// @param durationSeconds of a video
public record Extract(
        Optional<Sha256> text,
        Optional<Sha256> thumbnail,
        Optional<Integer> pages,
        Optional<String> author,
        Optional<Double> durationSeconds) {

    public static final Extract NOTHING =
            new Extract(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());

    /// The same without who wrote it.
    Extract unsigned() {
        return new Extract(text, thumbnail, pages, Optional.empty(), durationSeconds);
    }
}
