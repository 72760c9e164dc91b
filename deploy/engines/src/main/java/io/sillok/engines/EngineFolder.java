package io.sillok.engines;

import io.sillok.engines.EngineFailure.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.function.Supplier;

/// The data folder of one engine, and what is in it. Its problems with the file system are failures
/// that say what to do.
final class EngineFolder {

    private static final long ROOM = 128L << 20;

    private final String engine;
    private final Path path;
    private final Diagnosis diagnosis;
    private final Tenancy tenancy;

    EngineFolder(String engine, Path path) {
        this.engine = engine;
        this.path = path;
        this.diagnosis = new Diagnosis(engine, path);
        this.tenancy = new Tenancy(engine, path);
    }

    Path path() {
        return path;
    }

    Diagnosis diagnosis() {
        return diagnosis;
    }

    Tenancy tenancy() {
        return tenancy;
    }

    /// Claims this folder for an engine that is about to start, and makes sure that there is room
    /// for its data.
    <E> E claim(Signal stop, Supplier<E> start) {
        return tenancy.claim(
                stop,
                () -> {
                    requireRoom();
                    return start.get();
                });
    }

    /// A part of this folder that an engine finds complete or not at all: it is made under another
    /// name and then renamed.
    ///
    /// @param mark the file without which the part is damaged
    Path part(String name, String mark, Recipe recipe) {
        var part = path.resolve(name);
        var unfinished = path.resolve(name + ".unfinished");
        attempt(
                () -> {
                    FileTree.delete(unfinished);
                    if (!Files.exists(part) || isEmpty(part)) {
                        recipe.make(unfinished);
                        Files.deleteIfExists(part);
                        Files.move(unfinished, part, StandardCopyOption.ATOMIC_MOVE);
                    }
                    return part;
                });
        if (!Files.isRegularFile(part.resolve(mark))) {
            throw damaged(part + " has no " + mark);
        }
        return part;
    }

    /// A folder in this one.
    Path folder(String name) {
        return attempt(() -> Files.createDirectories(path.resolve(name)));
    }

    /// A folder in this one with nothing in it.
    Path emptied(String name) {
        return attempt(
                () -> {
                    FileTree.delete(path.resolve(name));
                    return Files.createDirectories(path.resolve(name));
                });
    }

    /// Writes a file in this folder anew.
    Path write(String name, String content) {
        var file = path.resolve(name);
        return attempt(
                () -> {
                    Files.createDirectories(Objects.requireNonNull(file.getParent()));
                    return Files.writeString(file, content);
                });
    }

    EngineFailure damaged(String finding) {
        return new EngineFailure(
                Reason.DATA_DAMAGED,
                finding
                        + ", so it is not a complete data folder of "
                        + engine
                        + ": restore it from a backup, or delete "
                        + path
                        + " to start empty");
    }

    private void requireRoom() {
        var free = attempt(() -> Files.getFileStore(path).getUsableSpace());
        if (free < ROOM) {
            throw new EngineFailure(
                    Reason.DISK_FULL,
                    "%s needs %d MB at %s and there are %d: make room or choose another folder"
                            .formatted(engine, ROOM >> 20, path, free >> 20));
        }
    }

    private <T> T attempt(FileOperation<T> operation) {
        try {
            return operation.run();
        } catch (IOException e) {
            throw diagnosis.of(e);
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (var content = Files.list(folder)) {
            return content.findAny().isEmpty();
        }
    }

    /// Makes a part of a data folder where nothing is yet.
    @FunctionalInterface
    interface Recipe {
        void make(Path folder) throws IOException;
    }

    @FunctionalInterface
    private interface FileOperation<T> {
        T run() throws IOException;
    }
}
