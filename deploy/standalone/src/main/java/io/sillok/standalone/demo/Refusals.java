package io.sillok.standalone.demo;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;

/// What the platform does not let happen, or not twice.
record Refusals(Visitor visitor, Library library, Stage stage) {

    /// How every program for Windows begins.
    private static final byte[] PROGRAM =
            "MZ\0\0 This program cannot be run in DOS mode.".getBytes(StandardCharsets.ISO_8859_1);

    void tryAll() throws InterruptedException {
        stage.act(
                this::theSameFile,
                original -> "The same PDF under another title: a duplicate of " + original);
        stage.act(
                this::aProgram,
                reason -> "A program that calls itself report.pdf: refused, E4013 " + reason);
        stage.act(this::nobody, _ -> "A request without a valid token: refused, E4006");
        stage.act(
                this::aRepeat,
                _ -> "One request sent twice with one Idempotency-Key: done once, same answer");
        stage.act(
                this::anOldVersion,
                version ->
                        "An edit of version 1 (If-Match) of what is at %s: refused, E4009"
                                .formatted(version));
    }

    private String theSameFile() throws InterruptedException {
        var form = form("또 하나", Sample.PDF.fileName(), Sample.PDF.bytes());
        var original = Library.scanned(visitor, visitor.upload(form)).path("duplicate_of").asText();
        Unexpected.unless(
                original.equals(library.id(Sample.PDF)),
                "the second PDF is a duplicate of '%s'".formatted(original));
        return original;
    }

    private String aProgram() throws InterruptedException {
        var answer = visitor.upload(form("Report", "report.pdf", PROGRAM));
        return answer.expectProblem(422, "E4013").text("reason");
    }

    private int nobody() throws InterruptedException {
        var nobody = Visitor.of(visitor.commandApi(), visitor.queryApi(), "no-token");
        try (nobody) {
            return nobody.get("/api/v1/materials").expectProblem(401, "E4006").status();
        }
    }

    private String aRepeat() throws InterruptedException {
        var key = UUID.randomUUID().toString();
        var body = Map.of("name", "리더십");
        var first = visitor.post("/api/v1/categories", body, "Idempotency-Key", key).expect(201);
        var again = visitor.post("/api/v1/categories", body, "Idempotency-Key", key).expect(201);
        Unexpected.unless(
                first.json().equals(again.json()),
                "the second answer differs: %s, %s".formatted(first, again));
        return first.text("id");
    }

    private String anOldVersion() throws InterruptedException {
        var id = library.id(Sample.PDF);
        visitor.put("/api/v1/materials/" + id, Map.of("title", "옛 제목"), "If-Match", "\"1\"")
                .expectProblem(412, "E4009");
        return Library.resource(visitor, id).path("version").asText();
    }

    private Form form(String title, String fileName, byte[] file) {
        return new Form(title, library.category(), fileName, Sample.PDF.mediaType(), file);
    }
}
