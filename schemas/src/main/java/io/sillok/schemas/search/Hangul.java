package io.sillok.schemas.search;

import static java.util.stream.Collectors.joining;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/// Korean writing taken apart into its letters (자모), as they are typed one after the other.
///
/// A syllable is an initial consonant, a vowel and perhaps a final consonant (Unicode, chapter
/// 3.12). Letters are written as a keyboard shows them (ㄱ, ㅏ); double finals and compound vowels
/// become the letters they are typed with, so that what is half typed is a beginning of the whole:
/// 고 (ㄱㅗ) of 과 (ㄱㅗㅏ), 달 (ㄷㅏㄹ) of 닭 (ㄷㅏㄹㄱ). Text that is not Korean stays, in lower case and without
/// accents. Pure.
public final class Hangul {

    private static final int FIRST_INITIAL = 0x1100;
    private static final int FIRST_VOWEL = 0x1161;
    private static final int FIRST_FINAL = 0x11A8;

    private static final String CONSONANTS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
    private static final List<String> INITIALS =
            CONSONANTS.chars().mapToObj(Character::toString).toList();
    private static final List<String> VOWELS =
            List.of(
                    "ㅏ", "ㅐ", "ㅑ", "ㅒ", "ㅓ", "ㅔ", "ㅕ", "ㅖ", "ㅗ", "ㅗㅏ", "ㅗㅐ", "ㅗㅣ", "ㅛ", "ㅜ", "ㅜㅓ",
                    "ㅜㅔ", "ㅜㅣ", "ㅠ", "ㅡ", "ㅡㅣ", "ㅣ");
    private static final List<String> FINALS =
            List.of(
                    "ㄱ", "ㄲ", "ㄱㅅ", "ㄴ", "ㄴㅈ", "ㄴㅎ", "ㄷ", "ㄹ", "ㄹㄱ", "ㄹㅁ", "ㄹㅂ", "ㄹㅅ", "ㄹㅌ", "ㄹㅍ",
                    "ㄹㅎ", "ㅁ", "ㅂ", "ㅂㅅ", "ㅅ", "ㅆ", "ㅇ", "ㅈ", "ㅊ", "ㅋ", "ㅌ", "ㅍ", "ㅎ");

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
    private static final Pattern SYLLABLES = Pattern.compile("[가-힣]+");
    private static final Pattern ACCENTS = Pattern.compile("\\p{Mn}+");
    private static final Pattern ONLY_INITIALS = Pattern.compile("[" + CONSONANTS + "]+");

    private Hangul() {}

    /// The initial consonants (초성) of every run of syllables, then of all of them in a row, one
    /// space between: `신입사원 (교육)` is `ㅅㅇㅅㅇ ㄱㅇ ㅅㅇㅅㅇㄱㅇ`.
    public static String initials(String text) {
        List<String> runs =
                SYLLABLES
                        .matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                        .results()
                        .map(run -> initialsOf(run.group()))
                        .toList();
        String all = String.join("", runs);
        return runs.size() > 1 ? String.join(" ", runs) + " " + all : all;
    }

    /// The letters of every word, then of all words in a row, one space between.
    public static String letters(String text) {
        return words(text, Hangul::lettersOf);
    }

    /// The letters of one word, or of a part of one.
    public static String lettersOf(String word) {
        String apart = Normalizer.normalize(word, Normalizer.Form.NFKD);
        return ACCENTS.matcher(apart.codePoints().mapToObj(Hangul::written).collect(joining()))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }

    /// True for letters that can only be initial consonants: ㅅㅇㅅㅇ.
    public static boolean areInitials(String letters) {
        return ONLY_INITIALS.matcher(letters).matches();
    }

    private static String words(String text, UnaryOperator<String> change) {
        List<String> words =
                BETWEEN_WORDS
                        .splitAsStream(Normalizer.normalize(text, Normalizer.Form.NFKC))
                        .filter(word -> !word.isEmpty())
                        .map(change)
                        .toList();
        String all = String.join("", words);
        return words.size() > 1 ? String.join(" ", words) + " " + all : all;
    }

    private static String initialsOf(String syllables) {
        return Normalizer.normalize(syllables, Normalizer.Form.NFD)
                .codePoints()
                .filter(letter -> isIn(INITIALS, FIRST_INITIAL, letter))
                .mapToObj(Hangul::written)
                .collect(joining());
    }

    private static String written(int letter) {
        if (isIn(INITIALS, FIRST_INITIAL, letter)) {
            return INITIALS.get(letter - FIRST_INITIAL);
        }
        if (isIn(VOWELS, FIRST_VOWEL, letter)) {
            return VOWELS.get(letter - FIRST_VOWEL);
        }
        if (isIn(FINALS, FIRST_FINAL, letter)) {
            return FINALS.get(letter - FIRST_FINAL);
        }
        return Character.toString(letter);
    }

    private static boolean isIn(List<String> letters, int first, int letter) {
        return letter >= first && letter < first + letters.size();
    }
}
