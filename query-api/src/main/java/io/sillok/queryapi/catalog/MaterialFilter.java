package io.sillok.queryapi.catalog;

import io.sillok.platform.web.access.Caller;
import io.sillok.schemas.catalog.CategoryId;
import io.sillok.schemas.catalog.MaterialStatus;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Which materials a list shows.
///
/// @param search words that title or description must hold, anywhere and in any order
record MaterialFilter(
        Caller caller,
        Optional<CategoryId> category,
        Optional<MaterialStatus> status,
        Optional<String> search) {

    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}\\p{C}]+");
    private static final Pattern WILDCARD = Pattern.compile("[\\\\%_]");

    /// The words as the index has them: compatibility forms and case folded, one space between.
    String folded() {
        return String.join(" ", words());
    }

    /// A pattern for each word.
    List<String> patterns() {
        return words().stream()
                .map(word -> "%" + WILDCARD.matcher(word).replaceAll("\\\\$0") + "%")
                .toList();
    }

    private List<String> words() {
        return search
                .map(text -> Normalizer.normalize(text, Normalizer.Form.NFKC))
                .map(text -> text.toLowerCase(Locale.ROOT))
                .stream()
                .flatMap(text -> Stream.of(SPACE.split(text)))
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
    }
}
