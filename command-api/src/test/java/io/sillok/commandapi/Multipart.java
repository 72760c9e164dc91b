package io.sillok.commandapi;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// A `multipart/form-data` body, built part by part.
final class Multipart {

    static final String BOUNDARY = "boundary-of-a-test";

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    static Multipart material(String title, String fileName, String type, byte[] file) {
        return new Multipart().text("title", title).file("file", fileName, type, file);
    }

    static Multipart plain(String title) {
        byte[] file = "A plain text.\n".getBytes(StandardCharsets.UTF_8);
        return material(title, "plain.txt", "text/plain", file);
    }

    Multipart text(String name, String value) {
        write("--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n", name, value);
        return this;
    }

    Multipart file(String name, String fileName, String type, byte[] bytes) {
        write(head(name, fileName, type));
        body.writeBytes(bytes);
        write("\r\n");
        return this;
    }

    static String head(String name, String fileName, String type) {
        return """
        --%s\r
        Content-Disposition: form-data; name="%s"; filename="%s"\r
        Content-Type: %s\r
        \r
        """
                .formatted(BOUNDARY, name, fileName, type);
    }

    static String end() {
        return "--" + BOUNDARY + "--\r\n";
    }

    String contentType() {
        return "multipart/form-data; boundary=" + BOUNDARY;
    }

    byte[] bytes() {
        write(end());
        return body.toByteArray();
    }

    private void write(String template, String name, String value) {
        write(template.formatted(BOUNDARY, name, value));
    }

    private void write(String text) {
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
