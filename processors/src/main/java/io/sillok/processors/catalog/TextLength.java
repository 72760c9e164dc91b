package io.sillok.processors.catalog;

/// Counts text as people do: in code points, without the blanks around it.
final class TextLength {

    private TextLength() {}

    static boolean within(String text, int min, int max) {
        String stripped = text.strip();
        int length = stripped.codePointCount(0, stripped.length());
        return length >= min && length <= max;
    }
}
