package io.sillok.standalone.stage;

import io.sillok.platform.testkit.samples.SampleDocument;
import io.sillok.platform.testkit.samples.SampleOffice;
import io.sillok.platform.testkit.samples.SamplePdf;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The labelled set that search is measured by: things to be found, and what people type.
public final class LabelledSearch {

    private LabelledSearch() {}

    /// Something to be found.
    ///
    /// @param type `item`, `post`, `talent`, or how the file of a material is made
    /// @param body what else it says; lines of a file are separated by a slash
    public record Document(String key, String type, String title, String body) {

        /// Puts it on the platform.
        public Answer create(Client client) {
            return switch (type) {
                case "item" ->
                        client.post(
                                "/api/v1/items",
                                Map.of("title", title, "description", body, "price", "1000"));
                case "post" ->
                        client.post("/api/v1/posts", Map.of("title", title, "content", body));
                case "talent" ->
                        client.post(
                                "/api/v1/models",
                                Map.of(
                                        "name", title,
                                        "description", body,
                                        "price_per_hour", 50_000));
                case "txt" -> client.upload(Upload.text(title, body));
                case "pdf" ->
                        client.upload(
                                Upload.of(
                                        title,
                                        "document.pdf",
                                        "application/pdf",
                                        SamplePdf.of(sample())));
                case "docx" ->
                        client.upload(
                                Upload.of(
                                        title,
                                        "document.docx",
                                        "application/vnd.openxmlformats-officedocument"
                                                + ".wordprocessingml.document",
                                        SampleOffice.docx(sample())));
                default -> throw new IllegalStateException("no documents of type " + type);
            };
        }

        /// What the search says it is.
        public String foundAs() {
            return switch (type) {
                case "item", "post", "talent" -> type;
                default -> "material";
            };
        }

        private SampleDocument sample() {
            return SampleDocument.of("문서", body.split(" / ", -1));
        }
    }

    /// Something that people type.
    ///
    /// @param kind what makes it hard
    /// @param expected keys of documents
    public record Question(String kind, String text, List<String> expected) {

        public Question {
            expected = List.copyOf(expected);
        }
    }

    public static List<Document> documents() {
        return lines("documents.txt", 4).map(f -> new Document(f[0], f[1], f[2], f[3])).toList();
    }

    public static List<Question> questions() {
        return lines("queries.txt", 3)
                .map(f -> new Question(f[0], f[1], List.of(f[2].split(" ", -1))))
                .toList();
    }

    /// Tells people who read what a run of the tests prints.
    public static void say(String text) {
        Figures.line(text);
    }

    private static Stream<String[]> lines(String file, int fields) {
        return read("/search-quality/" + file)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split(" \\| ", fields));
    }

    private static String read(String path) {
        try (InputStream file = LabelledSearch.class.getResourceAsStream(path)) {
            if (file == null) {
                throw new IllegalStateException("there is no " + path);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
