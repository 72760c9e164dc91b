package io.sillok.queryapi.catalog.search;

import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What a person typed, as words. Nothing in it is ever taken for syntax.
///
/// @param whole the text in one Unicode form
/// @param words those of it that hold a letter or a digit; the first [#MOST] count, and of each the
///   first [#LONGEST] characters
record SearchWords(String whole, List<String> words) {

    static final int MOST = 12;
    static final int LONGEST = 40;

    private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{Z}\\p{C}]+");
    private static final Pattern SAYS_SOMETHING = Pattern.compile("[\\p{L}\\p{N}]");

    SearchWords {
        words = List.copyOf(words);
    }

    static SearchWords of(String typed) {
        String text = Normalizer.normalize(typed, Normalizer.Form.NFKC);
        List<String> all =
                Stream.of(BETWEEN.split(text))
                        .filter(word -> SAYS_SOMETHING.matcher(word).find())
                        .map(SearchWords::shortened)
                        .distinct()
                        .limit(MOST)
                        .toList();
        return new SearchWords(String.join(" ", all), all);
    }

    private static String shortened(String word) {
        int end =
                word.offsetByCodePoints(
                        0, Math.min(LONGEST, word.codePointCount(0, word.length())));
        return word.substring(0, end);
    }
}
