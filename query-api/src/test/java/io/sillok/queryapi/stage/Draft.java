package io.sillok.queryapi.stage;

import io.sillok.schemas.catalog.CategoryId;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// A material to be put into the library.
///
/// @param text what stands in the file
public record Draft(
        String title,
        Optional<String> description,
        Optional<CategoryId> category,
        String fileName,
        String mediaType,
        String owner,
        String text) {

    public static Draft titled(String title) {
        return new Draft(
                title,
                Optional.empty(),
                Optional.empty(),
                "plan.txt",
                "text/plain",
                "olga",
                "text of " + title);
    }

    public Draft about(String description) {
        return new Draft(
                title, Optional.of(description), category, fileName, mediaType, owner, text);
    }

    public Draft in(CategoryId category) {
        return new Draft(
                title, description, Optional.of(category), fileName, mediaType, owner, text);
    }

    public Draft file(String name, String type) {
        return new Draft(title, description, category, name, type, owner, text);
    }

    public Draft by(String owner) {
        return new Draft(title, description, category, fileName, mediaType, owner, text);
    }

    public Draft saying(String text) {
        return new Draft(title, description, category, fileName, mediaType, owner, text);
    }

    byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
