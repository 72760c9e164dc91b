package io.sillok.commandapi;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sillok.commandapi.Client.Answer;
import io.sillok.schemas.envelope.Role;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Somebody who speaks tus to the command API.
record TusCalls(Client client) {

    static final String UPLOADS = "/api/v1/uploads";
    static final String TYPE = "application/offset+octet-stream";

    /// Pairs of a key and its text as `Upload-Metadata`.
    static String metadata(String... pairs) {
        return Stream.iterate(0, at -> at < pairs.length, at -> at + 2)
                .map(at -> pairs[at] + " " + base64(pairs[at + 1].getBytes(UTF_8)))
                .collect(Collectors.joining(","));
    }

    static String plain() {
        return metadata("filename", "a.txt", "filetype", "text/plain", "title", "Plain");
    }

    static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    HttpRequest.Builder at(String path) {
        return client.as(path, Role.USER)
                .header("Tus-Resumable", "1.0.0")
                .header("Prefer", "wait=0");
    }

    HttpRequest.Builder creation(String length, String metadata) {
        return at(UPLOADS)
                .header("Upload-Length", length)
                .header("Upload-Metadata", metadata)
                .POST(BodyPublishers.noBody());
    }

    /// Begins an upload of a plain text.
    ///
    /// @return its path
    String begin(long length) {
        Answer answer = client.send(creation(Long.toString(length), plain()));
        if (answer.status() != 201) {
            throw new AssertionError(answer.text());
        }
        return answer.header("Location");
    }

    HttpRequest.Builder patch(String upload, long offset, byte[] bytes) {
        return at(upload)
                .header("Upload-Offset", Long.toString(offset))
                .header("Content-Type", TYPE)
                .method("PATCH", BodyPublishers.ofByteArray(bytes));
    }

    HttpRequest.Builder patch(String upload, long offset, String bytes) {
        return patch(upload, offset, bytes.getBytes(UTF_8));
    }

    Answer head(String upload) {
        return client.send(at(upload).method("HEAD", BodyPublishers.noBody()));
    }

    Answer delete(String upload) {
        return client.send(at(upload).DELETE());
    }

    /// What `HEAD` says of an upload; empty when it is not there.
    String offset(String upload) {
        return head(upload).header("Upload-Offset");
    }
}
