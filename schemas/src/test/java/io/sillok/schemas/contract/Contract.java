package io.sillok.schemas.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Brings the contract's folder up to date with the message types, unless that would break a
/// released schema. The build runs it before the tests.
final class Contract {

    private static final String ADVICE =
            """
            A released schema only grows: new optional properties, new words, new alternatives.
            Either undo the change, or release the new shape as the next version of its type:
            keep the old record and its golden samples, add a line to MessageTypes, upcast in Decoding.
            docs/adding-things.md shows the files in order.""";

    private final Path folder;
    private final Map<String, String> generated;

    Contract(Path folder, Map<String, String> generated) {
        this.folder = folder;
        this.generated = generated;
    }

    /// Runs the tool.
    ///
    /// @param arguments the contract's folder
    public static void main(String[] arguments) {
        Contract contract = new Contract(Path.of(arguments[0]), ContractFiles.generate());
        if (!contract.update(System.out)) {
            System.exit(1);
        }
    }

    /// Writes what changed and says so.
    ///
    /// @return false when nothing was written, because a released schema would break
    boolean update(PrintStream out) {
        try {
            Files.createDirectories(folder);
            List<String> breaks = breaks(new Released(folder).files());
            if (!breaks.isEmpty()) {
                out.println("[ERROR] The contract would break:");
                breaks.forEach(each -> out.println("[ERROR]   " + each));
                ADVICE.lines().forEach(line -> out.println("[ERROR] " + line));
                return false;
            }
            write(out);
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> breaks(Map<String, JsonNode> released) throws JsonProcessingException {
        List<String> breaks = new ArrayList<>();
        for (Map.Entry<String, JsonNode> file : released.entrySet()) {
            String text = generated.get(file.getKey());
            if (text == null) {
                breaks.add(file.getKey() + ": the type was released; now it is gone");
                continue;
            }
            JsonNode next = JsonMapper.builder().build().readTree(text);
            for (String each : breaks(file.getKey(), file.getValue(), next)) {
                breaks.add(file.getKey() + " " + each);
            }
        }
        return breaks;
    }

    private static List<String> breaks(String file, JsonNode released, JsonNode next) {
        return file.equals(ContractFiles.ASYNC_API)
                ? ChannelCompatibility.breaks(released, next)
                : Compatibility.breaks(released, next);
    }

    private void write(PrintStream out) throws IOException {
        for (Map.Entry<String, String> file : new TreeMap<>(generated).entrySet()) {
            Path path = folder.resolve(file.getKey());
            if (!Files.exists(path) || !Files.readString(path).equals(file.getValue())) {
                Files.createDirectories(path.getParent());
                Files.writeString(path, file.getValue());
                out.println("[INFO] contract: wrote " + file.getKey());
            }
        }
        for (Path stale : stale()) {
            Files.delete(stale);
            out.println("[INFO] contract: removed " + folder.relativize(stale));
        }
    }

    private List<Path> stale() throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile)
                    .filter(path -> !generated.containsKey(name(path)))
                    .toList();
        }
    }

    private String name(Path path) {
        return folder.relativize(path).toString().replace('\\', '/');
    }
}
