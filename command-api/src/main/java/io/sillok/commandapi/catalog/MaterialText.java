package io.sillok.commandapi.catalog;

import io.sillok.platform.web.http.Fields;
import io.sillok.schemas.catalog.CategoryId;
import java.util.Optional;

/// What people write about a material, in good form.
record MaterialText(String title, Optional<String> description, Optional<CategoryId> category) {

    static final int LONGEST_TITLE = 200;
    static final int LONGEST_DESCRIPTION = 2_000;

    /// Checks the three fields; what is wrong with them is noted in `fields`.
    static MaterialText of(
            Fields fields,
            Optional<String> title,
            Optional<String> description,
            Optional<String> categoryId) {
        return new MaterialText(
                fields.line("title", title, LONGEST_TITLE),
                fields.text("description", description, LONGEST_DESCRIPTION),
                fields.uuid("category_id", categoryId).map(CategoryId::new));
    }
}
