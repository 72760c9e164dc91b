package io.sillok.processors.generation.prompt;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A text of the resources with places `{name}` to fill in.
///
/// @param text as it was written
record Template(String text) {

    private static final Pattern PLACE = Pattern.compile("\\{([a-z-]+)}");
    private static final Pattern EMPTY_LINES = Pattern.compile("\n{3,}");

    /// Reads one of this package's.
    static Template named(String name) {
        try (InputStream file = Template.class.getResourceAsStream(name + ".txt")) {
            if (file == null) {
                throw new IllegalStateException(name + " is missing in this build");
            }
            return new Template(new String(file.readAllBytes(), UTF_8).strip());
        } catch (IOException e) {
            throw new IllegalStateException(name + " cannot be read", e);
        }
    }

    /// The text with every place filled in, in one go: what a value contains is no place. Lines
    /// that are empty then are closed up.
    ///
    /// @throws IllegalArgumentException when a place has no value
    String filled(Map<String, String> values) {
        String filled =
                PLACE.matcher(text)
                        .replaceAll(
                                place -> Matcher.quoteReplacement(value(values, place.group(1))));
        return EMPTY_LINES.matcher(filled).replaceAll("\n\n").strip();
    }

    private static String value(Map<String, String> values, String place) {
        if (!values.containsKey(place)) {
            throw new IllegalArgumentException("nothing to fill in for " + place);
        }
        return values.get(place);
    }
}
