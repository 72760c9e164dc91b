package io.sillok.standalone.stage;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// A multipart/form-data body (RFC 7578) with one file.
///
/// @param fields in order, before the file
/// @param fileType the type the file is declared as
public record Upload(
        Map<String, String> fields, String fileName, String fileType, Supplier<InputStream> file) {

    private static final String BOUNDARY = "----sillok-stage-7d1f";

    public static Upload of(String title, String fileName, String fileType, byte[] file) {
        return new Upload(
                Map.of("title", title), fileName, fileType, () -> new ByteArrayInputStream(file));
    }

    /// A plain text of the given words.
    public static Upload text(String title, String words) {
        return of(title, "note.txt", "text/plain", words.getBytes(StandardCharsets.UTF_8));
    }

    /// One of the real documents that the demo ships.
    public static Upload sample(String title, String fileName) {
        return new Upload(Map.of("title", title), fileName, type(fileName), () -> open(fileName));
    }

    public Upload with(String field, String value) {
        Map<String, String> more = new LinkedHashMap<>(fields);
        more.put(field, value);
        return new Upload(more, fileName, fileType, file);
    }

    String contentType() {
        return "multipart/form-data; boundary=" + BOUNDARY;
    }

    BodyPublisher body() {
        List<BodyPublisher> parts = new ArrayList<>();
        fields.forEach((name, value) -> parts.add(BodyPublishers.ofString(field(name, value))));
        parts.add(BodyPublishers.ofString(fileHead()));
        parts.add(BodyPublishers.ofInputStream(file));
        parts.add(BodyPublishers.ofString("\r\n--" + BOUNDARY + "--\r\n"));
        return BodyPublishers.concat(parts.toArray(BodyPublisher[]::new));
    }

    private static String field(String name, String value) {
        return "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                .formatted(BOUNDARY, name, value);
    }

    private String fileHead() {
        return "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: %s\r\n\r\n"
                .formatted(BOUNDARY, fileName, fileType);
    }

    private static InputStream open(String name) {
        InputStream stream = Upload.class.getResourceAsStream("/demo/" + name);
        if (stream == null) {
            throw new UncheckedIOException(new IOException("no sample " + name));
        }
        return stream;
    }

    private static String type(String fileName) {
        return switch (fileName.substring(fileName.lastIndexOf('.') + 1)) {
            case "pdf" -> "application/pdf";
            case "docx" ->
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
            case "pptx" ->
                    "application/vnd.openxmlformats-officedocument.presentationml.presentation";
            default -> "text/plain";
        };
    }
}
