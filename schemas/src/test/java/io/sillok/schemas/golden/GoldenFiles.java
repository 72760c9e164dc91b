package io.sillok.schemas.golden;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.sillok.schemas.wire.WireRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The samples on disk: `<ce-type>/<name>.json` holds the value (and a line feed that is not part
/// of it), `<name>.headers.json` the key and the headers in order.
final class GoldenFiles {

    private static final Path FOLDER = Path.of("src/test/resources/golden");
    private static final String HEADERS = ".headers.json";
    private static final String VALUE = ".json";
    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private GoldenFiles() {}

    /// Every sample ever released, as `<ce-type>/<name>`.
    static List<String> names() throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.map(file -> FOLDER.relativize(file).toString().replace('\\', '/'))
                    .filter(file -> file.endsWith(HEADERS))
                    .map(file -> file.substring(0, file.length() - HEADERS.length()))
                    .sorted()
                    .toList();
        }
    }

    static List<String> types() throws IOException {
        try (Stream<Path> folders = Files.list(FOLDER)) {
            return folders.map(folder -> folder.getFileName().toString()).sorted().toList();
        }
    }

    static WireRecord read(String name) throws IOException {
        Map<String, String> all =
                JSON.readValue(
                        Files.readString(FOLDER.resolve(name + HEADERS)),
                        new TypeReference<LinkedHashMap<String, String>>() {});
        String key = requireNonNull(all.remove("key"));
        String value = Files.readString(FOLDER.resolve(name + VALUE)).stripTrailing();
        return new WireRecord(key, all, value.getBytes(UTF_8));
    }

    static boolean exists(String name) {
        return Files.exists(FOLDER.resolve(name + HEADERS));
    }

    /// Adds a sample; one that exists is never written again.
    static void add(Sample sample) throws IOException {
        if (exists(sample.toString())) {
            return;
        }
        Path value = FOLDER.resolve(sample + VALUE);
        Files.createDirectories(value.getParent());
        Files.writeString(value, new String(sample.record().value(), UTF_8) + "\n");
        Map<String, String> all = new LinkedHashMap<>(Map.of("key", sample.record().key()));
        all.putAll(sample.record().headers());
        Files.writeString(FOLDER.resolve(sample + HEADERS), JSON.writeValueAsString(all) + "\n");
    }
}
