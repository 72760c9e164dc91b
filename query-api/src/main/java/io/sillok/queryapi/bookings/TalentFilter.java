package io.sillok.queryapi.bookings;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Which talents a list shows.
///
/// @param minPrice of an hour, included
/// @param maxPrice of an hour, included
/// @param search words that the name must hold, anywhere and in any order
record TalentFilter(
        Optional<Boolean> available,
        Optional<Long> minPrice,
        Optional<Long> maxPrice,
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
