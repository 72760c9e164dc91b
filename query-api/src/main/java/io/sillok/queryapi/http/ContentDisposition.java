package io.sillok.queryapi.http;

import java.nio.charset.StandardCharsets;

/// The header that gives a download its file name (RFC 6266): the name in UTF-8 for today's clients
/// (RFC 8187), and before it an ASCII rendering for those that know nothing else.
public final class ContentDisposition {

    private static final String ATTRIBUTE_CHARACTERS = "!#$&+-.^_`|~";

    private ContentDisposition() {}

    /// `attachment` under this name, so that no browser shows the file in our origin.
    public static String attachment(String fileName) {
        return "attachment; filename=\""
                + ascii(fileName)
                + "\"; filename*=UTF-8''"
                + percentEncoded(fileName);
    }

    /// What is not plain ASCII becomes `_`; so does `%`, which some clients decode here.
    private static String ascii(String name) {
        var rendering = new StringBuilder();
        name.codePoints()
                .map(c -> c < ' ' || c > '~' || c == '"' || c == '\\' || c == '%' ? '_' : c)
                .forEach(rendering::appendCodePoint);
        return rendering.toString();
    }

    private static String percentEncoded(String name) {
        var encoded = new StringBuilder();
        for (byte octet : name.getBytes(StandardCharsets.UTF_8)) {
            if (isAttributeCharacter((char) octet)) {
                encoded.append((char) octet);
            } else {
                encoded.append('%').append(String.format("%02X", octet & 0xFF));
            }
        }
        return encoded.toString();
    }

    private static boolean isAttributeCharacter(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || ATTRIBUTE_CHARACTERS.indexOf(c) >= 0;
    }
}
