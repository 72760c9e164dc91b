package io.sillok.processors.generation.prompt;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An answer cut into its fenced blocks and the words around them, as Markdown (CommonMark 0.31,
/// 4.5) has them; a fence that nobody closed ends with the text.
///
/// @param words what stands outside of all blocks
record FencedText(List<FencedBlock> blocks, String words) {

    private static final Pattern FENCE = Pattern.compile("^ {0,3}(`{3,}|~{3,})[ \t]*(.*)$");
    private static final Pattern ON_ONE_LINE = Pattern.compile("^(.*?)(`{3,})([^`]+)\\2\\s*$");
    private static final Pattern FIRST_WORD = Pattern.compile("^[\\w+#.-]*");
    private static final Pattern EMPTY_LINES = Pattern.compile("\n{3,}");

    FencedText {
        blocks = List.copyOf(blocks);
    }

    static FencedText of(String text) {
        List<FencedBlock> blocks = new ArrayList<>();
        List<String> words = new ArrayList<>();
        List<String> lines = text.replace("\r\n", "\n").lines().toList();
        int next = 0;
        while (next < lines.size()) {
            next = read(lines, next, blocks, words);
        }
        String around = EMPTY_LINES.matcher(String.join("\n", words)).replaceAll("\n\n");
        return new FencedText(blocks, around.strip());
    }

    /// Reads a block or a line of words.
    ///
    /// @return where to go on
    private static int read(
            List<String> lines, int at, List<FencedBlock> blocks, List<String> words) {
        String line = lines.get(at);
        Matcher single = ON_ONE_LINE.matcher(line);
        if (single.matches()) {
            words.add(single.group(1));
            blocks.add(new FencedBlock("", single.group(3).strip()));
            return at + 1;
        }
        Matcher fence = FENCE.matcher(line);
        if (!fence.matches()) {
            words.add(line);
            return at + 1;
        }
        int end = end(lines, at + 1, fence.group(1));
        String code = String.join("\n", lines.subList(at + 1, end));
        blocks.add(new FencedBlock(language(fence.group(2)), code.stripTrailing()));
        return end + 1;
    }

    /// Where the fence is closed: a line with nothing but the same sign at least as often.
    private static int end(List<String> lines, int from, String fence) {
        Pattern closing =
                Pattern.compile("^ {0,3}" + Pattern.quote(fence) + fence.charAt(0) + "*[ \t]*$");
        int at = from;
        while (at < lines.size() && !closing.matcher(lines.get(at)).matches()) {
            at++;
        }
        return at;
    }

    private static String language(String info) {
        Matcher word = FIRST_WORD.matcher(info);
        return word.find() ? word.group().toLowerCase(Locale.ROOT) : "";
    }
}
