package io.sillok.standalone.demo;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;

/// A material as a browser's form sends it (RFC 7578).
///
/// @param category id of its category
record Form(String title, String category, String fileName, String fileType, byte[] file) {

    private static final String BOUNDARY = "----sillok-demo-5f2c";

    String contentType() {
        return "multipart/form-data; boundary=" + BOUNDARY;
    }

    BodyPublisher body() {
        return BodyPublishers.concat(
                BodyPublishers.ofString(field("title", title) + field("category_id", category)),
                BodyPublishers.ofString(head()),
                BodyPublishers.ofByteArray(file),
                BodyPublishers.ofString("\r\n--" + BOUNDARY + "--\r\n"));
    }

    private static String field(String name, String value) {
        return "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                .formatted(BOUNDARY, name, value);
    }

    private String head() {
        return "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: %s\r\n\r\n"
                .formatted(BOUNDARY, fileName, fileType);
    }
}
