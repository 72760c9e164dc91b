package io.sillok.queryapi.lists;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Words that a text in a list must hold, anywhere and in any order, as the database compares them:
/// compatibility forms and case folded.
public record SearchedWords(List<String> words) {

    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}\\p{C}]+");
    private static final int LONGEST_PIECE = 3;
    private static final Pattern WILDCARD = Pattern.compile("[\\\\%_]");

    public SearchedWords {
        words = List.copyOf(words);
    }

    public static SearchedWords of(Optional<String> typed) {
        return new SearchedWords(
                typed
                        .map(text -> Normalizer.normalize(text, Normalizer.Form.NFKC))
                        .map(text -> text.toLowerCase(Locale.ROOT))
                        .stream()
                        .flatMap(text -> Stream.of(SPACE.split(text)))
                        .filter(word -> !word.isEmpty())
                        .distinct()
                        .toList());
    }

    /// All of them, one space between.
    public String folded() {
        return String.join(" ", words);
    }

    public boolean isEmpty() {
        return words.isEmpty();
    }

    /// What the index of pieces of words must hold: short words as they are, of longer ones all
    /// pieces of three characters.
    public List<String> pieces() {
        return words.stream().flatMap(SearchedWords::pieces).distinct().toList();
    }

    private static Stream<String> pieces(String word) {
        int[] letters = word.codePoints().toArray();
        int size = Math.min(LONGEST_PIECE, letters.length);
        return IntStream.rangeClosed(0, letters.length - size)
                .mapToObj(place -> new String(letters, place, size));
    }

    /// A pattern for each.
    public List<String> patterns() {
        return words.stream()
                .map(word -> "%" + WILDCARD.matcher(word).replaceAll("\\\\$0") + "%")
                .toList();
    }
}
