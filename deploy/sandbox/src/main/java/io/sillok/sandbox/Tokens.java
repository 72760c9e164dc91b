package io.sillok.sandbox;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Cuts texts into tokens: a word with the white space after it, or white space at the beginning.
/// Joined again they are the text.
final class Tokens {

    private static final Pattern TOKEN = Pattern.compile("\\S+\\s*|\\s+");

    private Tokens() {}

    static List<String> of(String text) {
        return TOKEN.matcher(text).results().map(MatchResult::group).toList();
    }
}
