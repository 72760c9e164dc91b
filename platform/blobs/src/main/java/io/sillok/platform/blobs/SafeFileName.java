package io.sillok.platform.blobs;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// A file name that every file system and every HTTP header can carry: one path part, Unicode NFC,
/// nothing invisible, no name that Windows reserves, at most 255 bytes of UTF-8.
///
/// Made only by [#of]; making a safe name of a safe name changes nothing. Two different originals
/// may get the same safe name.
///
/// @param value the name, never empty
public record SafeFileName(String value) {

    private static final int MAX_BYTES = 255;

    /// Controls, invisible formatting (zero width, bidi), line separators, lone surrogates.
    private static final Pattern INVISIBLE =
            Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]");

    private static final Pattern FORBIDDEN = Pattern.compile("[<>:\"|?*]");
    private static final Pattern SPACES = Pattern.compile("\\p{Zs}+");
    private static final Pattern EDGES = Pattern.compile("^[ .]+|[ .]+$");
    private static final Pattern EXTENSION = Pattern.compile("\\.([A-Za-z0-9]{1,16})$");

    private static final Pattern RESERVED =
            Pattern.compile("(?i)(con|prn|aux|nul|conin\\$|conout\\$|(com|lpt)[0-9¹²³]) *(\\..*)?");

    private static final Pattern CLIMBING = Pattern.compile("(^|[/\\\\])\\.\\.([/\\\\]|$)");

    public SafeFileName {
        if (value.isEmpty() || value.getBytes(UTF_8).length > MAX_BYTES) {
            throw new IllegalArgumentException("a file name has 1 to 255 bytes");
        }
    }

    /// The safe name that is closest to what the sender called the file.
    public static SafeFileName of(String original) {
        String visible = INVISIBLE.matcher(lastPart(original)).replaceAll("");
        String composed = Normalizer.normalize(visible, Normalizer.Form.NFC);
        String portable = FORBIDDEN.matcher(composed).replaceAll("_");
        String trimmed = trim(SPACES.matcher(portable).replaceAll(" "));
        return new SafeFileName(shorten(unreserve(trimmed.isEmpty() ? "file" : trimmed)));
    }

    /// Whether a name looks like an attack rather than an oddity: it climbs out of its folder, or
    /// it is a device on Windows. A safe name can be made of it all the same.
    public static boolean isHostile(String original) {
        return CLIMBING.matcher(original).find() || RESERVED.matcher(lastPart(original)).matches();
    }

    /// What follows the last dot, in lower case.
    public Optional<String> extension() {
        var found = EXTENSION.matcher(value);
        return found.find()
                ? Optional.of(found.group(1).toLowerCase(Locale.ROOT))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }

    private static String lastPart(String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }

    private static String trim(String name) {
        return EDGES.matcher(name).replaceAll("");
    }

    private static String unreserve(String name) {
        return RESERVED.matcher(name).matches() ? "_" + name : name;
    }

    private static String shorten(String name) {
        if (name.getBytes(UTF_8).length <= MAX_BYTES) {
            return name;
        }
        var found = EXTENSION.matcher(name);
        String extension = found.find() ? found.group() : "";
        String stem = name.substring(0, name.length() - extension.length());
        return trim(prefix(stem, MAX_BYTES - extension.length())) + extension;
    }

    /// The longest beginning of `text` that has at most so many bytes and splits no code point.
    private static String prefix(String text, int bytes) {
        int end = 0;
        int used = 0;
        while (end < text.length()) {
            int codePoint = text.codePointAt(end);
            used += Character.toString(codePoint).getBytes(UTF_8).length;
            if (used > bytes) {
                break;
            }
            end += Character.charCount(codePoint);
        }
        return text.substring(0, end);
    }
}
