package io.sillok.platform.blobs.inspection;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Tells text from bytes that are no text: UTF-8, UTF-16 with a byte order mark, or the Korean code
/// page of Windows (a superset of EUC-KR), and no control characters but those of layout.
final class PlainText {

    private static final Charset KOREAN = Charset.forName("x-windows-949");

    private PlainText() {}

    /// Reads the whole file, in constant memory.
    static boolean isText(Path file, byte[] head) throws IOException {
        for (Charset charset : candidates(head)) {
            if (decodes(file, charset)) {
                return true;
            }
        }
        return false;
    }

    private static List<Charset> candidates(byte[] head) {
        int mark = head.length < 2 ? 0 : (head[0] & 0xFF) << 8 | (head[1] & 0xFF);
        return switch (mark) {
            case 0xFFFE -> List.of(UTF_16LE);
            case 0xFEFF -> List.of(UTF_16BE);
            default -> List.of(UTF_8, KOREAN);
        };
    }

    private static boolean decodes(Path file, Charset charset) throws IOException {
        var decoder =
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        try (InputStream in = Files.newInputStream(file);
                Reader reader = new BufferedReader(new InputStreamReader(in, decoder))) {
            char[] buffer = new char[16 * 1024];
            for (int length; (length = reader.read(buffer)) >= 0; ) {
                if (!isPrintable(buffer, length)) {
                    return false;
                }
            }
            return true;
        } catch (CharacterCodingException _) {
            return false;
        }
    }

    private static boolean isPrintable(char[] text, int length) {
        for (int at = 0; at < length; at++) {
            if (text[at] < ' ' && "\t\n\r\f\u001b".indexOf(text[at]) < 0) {
                return false;
            }
        }
        return true;
    }
}
