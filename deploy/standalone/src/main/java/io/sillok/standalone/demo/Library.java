package io.sillok.standalone.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// A library with the samples in it, and what must be true of it at any later time.
///
/// @param category id of the category they are in
/// @param materials ids of the samples
record Library(String category, Map<Sample, String> materials) {

    private static final String MATERIALS = "/api/v1/materials/";
    private static final String[] STRONG = {"Consistency", "strong"};
    private static final long PATIENCE_NANOS = 30_000_000_000L;

    /// All samples have the noun in their name; here a particle stands after it.
    private static final String INFLECTED = "교육자료를";

    private static final int KIB = 1024;
    private static final int SHOWN = 50;
    private static final int BEFORE_MATCH = 20;

    /// The material that a sample became.
    String id(Sample sample) {
        return Objects.requireNonNull(materials.get(sample));
    }

    /// Creates categories and uploads the samples.
    static Library fill(Visitor visitor, Stage stage) throws InterruptedException {
        var category =
                stage.act(
                        () -> {
                            create(visitor, "정보 보안");
                            return create(visitor, "신입사원 교육");
                        },
                        _ -> "The categories '신입사원 교육' and '정보 보안' exist");
        Map<Sample, String> materials = new EnumMap<>(Sample.class);
        for (var sample : Sample.values()) {
            var clean =
                    stage.act(
                            () -> upload(visitor, category, sample),
                            material -> wentIn(sample, material));
            materials.put(sample, clean.path("id").asText());
        }
        return new Library(category, materials);
    }

    /// Each sample is found by its words, and all of them by a Korean noun in another form.
    void findAll(Visitor visitor, Stage stage) throws InterruptedException {
        for (var sample : Sample.values()) {
            for (var word : sample.words()) {
                stage.act(
                        () -> search(visitor, word, List.of(id(sample))),
                        hit -> "'%s' finds the %s%s".formatted(word, sample, highlight(hit)));
            }
        }
        stage.act(
                () -> search(visitor, INFLECTED, List.copyOf(materials.values())),
                _ -> "'%s' finds all three, whatever stands after the noun".formatted(INFLECTED));
    }

    /// Each sample comes back as it went in.
    void downloadAll(Visitor visitor, Stage stage) throws InterruptedException {
        stage.act(
                () -> {
                    for (var sample : Sample.values()) {
                        var path = MATERIALS + id(sample) + "/download";
                        var file = visitor.get(path, STRONG).expect(200).bytes();
                        Unexpected.unless(
                                Arrays.equals(file, sample.bytes()),
                                sample.fileName() + " came back changed");
                    }
                    return materials.size();
                },
                count -> "All %d files came back byte for byte".formatted(count));
    }

    /// Every resource, as query-api shows it.
    Map<Sample, JsonNode> resources(Visitor visitor) throws InterruptedException {
        Map<Sample, JsonNode> resources = new EnumMap<>(Sample.class);
        for (var sample : Sample.values()) {
            resources.put(sample, resource(visitor, id(sample)));
        }
        return resources;
    }

    /// A material as query-api shows it now.
    static JsonNode resource(Visitor visitor, String id) throws InterruptedException {
        return visitor.get(MATERIALS + id, STRONG).expect(200).json();
    }

    /// Waits until the scan of a material has ended.
    static JsonNode scanned(Visitor visitor, Answer uploaded) throws InterruptedException {
        var id = uploaded.expect(201).text("id");
        var begin = System.nanoTime();
        var material = resource(visitor, id);
        while (List.of("received", "scanning").contains(material.path("status").asText())) {
            Unexpected.unless(
                    System.nanoTime() - begin < PATIENCE_NANOS, "a scan does not end: " + material);
            Thread.sleep(50);
            material = resource(visitor, id);
        }
        return material;
    }

    private static String create(Visitor visitor, String name) throws InterruptedException {
        return visitor.post("/api/v1/categories", Map.of("name", name)).expect(201).text("id");
    }

    private static JsonNode upload(Visitor visitor, String category, Sample sample)
            throws InterruptedException {
        var form =
                new Form(
                        sample.title(),
                        category,
                        sample.fileName(),
                        sample.mediaType(),
                        sample.bytes());
        var material = scanned(visitor, visitor.upload(form));
        Unexpected.unless(
                material.path("status").asText().equals("clean"),
                sample.fileName() + " was not found clean: " + material);
        return material;
    }

    private static String wentIn(Sample sample, JsonNode material) {
        var pages = material.path("pages").asInt();
        return "%s (%d KB) went in and is clean%s%s"
                .formatted(
                        sample.fileName(),
                        sample.bytes().length / KIB,
                        pages > 0 ? ", pages: " + pages : "",
                        material.path("has_thumbnail").asBoolean() ? ", with a thumbnail" : "");
    }

    /// The first hit of a search that must find all of these.
    private static JsonNode search(Visitor visitor, String word, List<String> expected)
            throws InterruptedException {
        var path = "/api/v1/search?q=" + Visitor.encoded(word);
        var items = visitor.get(path, STRONG).expect(200).json().path("items");
        var found = items.valueStream().map(item -> item.path("id").asText()).toList();
        Unexpected.unless(
                found.containsAll(expected),
                "'%s' finds %s instead of %s".formatted(word, found, expected));
        return items.path(0);
    }

    /// The words around the match, the match itself in «».
    private static String highlight(JsonNode hit) {
        var text = hit.path("highlights").path("text").path(0).asText("");
        var marked = text.replaceAll("<[a-z]+>", "«").replaceAll("</[a-z]+>", "»");
        var line = marked.replaceAll("\\s+", " ");
        var begin = Math.max(0, line.indexOf('«') - BEFORE_MATCH);
        var end = Math.min(line.length(), begin + SHOWN);
        return line.isEmpty() ? "" : ": …%s…".formatted(line.substring(begin, end).strip());
    }
}
