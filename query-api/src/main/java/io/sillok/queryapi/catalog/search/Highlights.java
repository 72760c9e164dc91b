package io.sillok.queryapi.catalog.search;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where a result matched: HTML in which everything is escaped but `<em>` around what matched.
///
/// @param title the whole title; absent when nothing in it matched
/// @param fileName the whole name; absent when nothing in it matched
/// @param description its matching parts
/// @param text the best matching parts of the text inside the file
public record Highlights(
        Optional<String> title,
        Optional<String> fileName,
        List<String> description,
        List<String> text) {

    public Highlights {
        description = List.copyOf(description);
        text = List.copyOf(text);
    }

    /// @param fields the fragments by field; those of a `.bigram` stand in where there are no
    ///   others
    static Highlights of(Map<String, List<String>> fields) {
        return new Highlights(
                fragments(fields, "title").stream().findFirst(),
                fragments(fields, "file_name").stream().findFirst(),
                fragments(fields, "description"),
                fragments(fields, "text"));
    }

    private static List<String> fragments(Map<String, List<String>> fields, String field) {
        List<String> bigrams = fields.getOrDefault(field + ".bigram", List.of());
        return fields.getOrDefault(field, bigrams).stream().map(Highlights::joined).toList();
    }

    /// Marks that touch become one: the parts of a Korean compound match one by one. What users
    /// wrote is escaped, so a mark is never theirs.
    private static String joined(String fragment) {
        return fragment.replace("</em><em>", "");
    }
}
