package io.sillok.commandapi.catalog;

import io.sillok.platform.blobs.StagedBlob;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The parts of one upload as they come in, in any order. Belongs to one request; closing it
/// discards the file unless that was committed.
final class MaterialForm implements AutoCloseable {

    static final String FILE = "file";
    static final Set<String> TEXTS = Set.of("title", "description", "category_id");

    private final Map<String, String> texts = new HashMap<>();
    private @Nullable SentFile file;

    /// A file part.
    ///
    /// @param name as the sender calls it
    /// @param declaredType the part's own Content-Type
    record SentFile(String name, Optional<String> declaredType, StagedBlob blob) {}

    boolean has(String part) {
        return part.equals(FILE) ? file != null : texts.containsKey(part);
    }

    void add(String part, String text) {
        texts.put(part, text);
    }

    void add(SentFile sent) {
        file = sent;
    }

    Optional<String> text(String part) {
        return Optional.ofNullable(texts.get(part));
    }

    Optional<SentFile> file() {
        return Optional.ofNullable(file);
    }

    @Override
    public void close() {
        file().map(SentFile::blob).ifPresent(StagedBlob::close);
    }
}
