package io.sillok.schemas.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The contract that others may already rely on: as it stands in the newest commit, or, where there
/// is no git history (a source archive), as it lies in the folder.
final class Released {

    private static final ObjectReader JSON = JsonMapper.builder().build().readerFor(JsonNode.class);

    private final Path folder;

    Released(Path folder) {
        this.folder = folder;
    }

    /// Every released file by its path in the folder.
    Map<String, JsonNode> files() {
        return git("ls-tree", "-r", "--name-only", "HEAD", ".")
                .map(names -> committed(names.lines().toList()))
                .orElseGet(this::lying);
    }

    private Map<String, JsonNode> committed(List<String> names) {
        if (names.isEmpty()) {
            return Map.of();
        }
        List<String> show = new ArrayList<>(List.of("show"));
        names.forEach(name -> show.add("HEAD:./" + name));
        // one process for all: git writes the files one after the other, Jackson tells them apart
        String texts = git(show.toArray(String[]::new)).orElseThrow();
        Map<String, JsonNode> files = new TreeMap<>();
        try (MappingIterator<JsonNode> values = JSON.readValues(texts)) {
            for (String name : names) {
                files.put(name, values.nextValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    private Map<String, JsonNode> lying() {
        Map<String, JsonNode> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(path).toString().replace('\\', '/');
                files.put(name, JSON.readTree(Files.readString(path)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    /// What git says; empty when there is no git, no repository or no commit.
    private Optional<String> git(String... arguments) {
        try {
            List<String> command = Stream.concat(Stream.of("git"), Stream.of(arguments)).toList();
            ProcessBuilder builder =
                    new ProcessBuilder(command)
                            .directory(folder.toFile())
                            .redirectError(ProcessBuilder.Redirect.DISCARD);
            // inside a git hook these would point elsewhere
            builder.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
            Process process = builder.start();
            String said = new String(process.getInputStream().readAllBytes(), UTF_8);
            return process.waitFor() == 0 ? Optional.of(said) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while git ran", e);
        }
    }
}
