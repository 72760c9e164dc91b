package io.sillok.platform.blobs.partial;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Properties;

/// An upload as text: the lines of a properties file.
final class UploadRecord {

    private UploadRecord() {}

    static String format(PartialUpload upload) {
        Properties lines = new Properties();
        lines.setProperty("id", upload.id());
        lines.setProperty("owner", upload.owner());
        lines.setProperty("length", Long.toString(upload.length()));
        lines.setProperty("offset", Long.toString(upload.offset()));
        lines.setProperty("note", upload.note());
        lines.setProperty("expires", upload.expires().toString());
        StringWriter text = new StringWriter();
        try {
            lines.store(text, null);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return text.toString();
    }

    /// Reads what [#format(PartialUpload)] wrote.
    ///
    /// @throws IllegalArgumentException when it is anything else
    static PartialUpload parse(String text) {
        Properties lines = new Properties();
        try {
            lines.load(new StringReader(text));
            return new PartialUpload(
                    line(lines, "id"),
                    line(lines, "owner"),
                    Long.parseLong(line(lines, "length")),
                    Long.parseLong(line(lines, "offset")),
                    line(lines, "note"),
                    Instant.parse(line(lines, "expires")));
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory failed", e);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("expires is no instant", e);
        }
    }

    private static String line(Properties lines, String name) {
        String value = lines.getProperty(name);
        if (value == null) {
            throw new IllegalArgumentException("the record has no " + name);
        }
        return value;
    }
}
