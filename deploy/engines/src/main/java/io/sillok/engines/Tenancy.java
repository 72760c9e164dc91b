package io.sillok.engines;

import io.sillok.engines.EngineFailure.Reason;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Who uses a data folder. It belongs to one launcher at a time, by a lock that ends with its
/// process; and it knows the engine that runs on it, so that one which outlived its launcher is
/// found and stopped.
///
/// Not thread-safe: one thread at a time starts or ends an engine.
final class Tenancy {

    private static final Logger log = LoggerFactory.getLogger(Tenancy.class);

    private final String engine;
    private final Path folder;
    private final Diagnosis diagnosis;
    private @Nullable FileChannel lock;

    Tenancy(String engine, Path folder) {
        this.engine = engine;
        this.folder = folder;
        this.diagnosis = new Diagnosis(engine, folder);
    }

    /// Makes the folder ours and starts an engine on it. It stays ours until it is released, and is
    /// released when the start fails.
    <E> E claim(Signal stop, Supplier<E> start) {
        var started = false;
        try {
            if (lock == null) {
                Files.createDirectories(folder);
                lock = lock();
                stopOrphan(stop);
            }
            var result = start.get();
            started = true;
            return result;
        } catch (IOException e) {
            throw diagnosis.of(e);
        } finally {
            if (!started) {
                release();
            }
        }
    }

    void release() {
        var held = lock;
        lock = null;
        try {
            if (held != null) {
                held.close();
            }
        } catch (IOException e) {
            throw diagnosis.of(e);
        }
    }

    /// Notes the process that runs on this folder from now on.
    void remember(ProcessHandle process) throws IOException {
        var identity = ProcessIdentity.of(process);
        if (identity.isPresent()) {
            Files.writeString(pidFile(), identity.get().line() + "\n");
        }
    }

    void forget() {
        try {
            Files.deleteIfExists(pidFile());
        } catch (IOException e) {
            throw diagnosis.of(e);
        }
    }

    private FileChannel lock() throws IOException {
        return FolderLock.take(folder.resolve("engine.lock"))
                .orElseThrow(() -> inUse("another running platform"));
    }

    private void stopOrphan(Signal stop) throws IOException {
        var noted = Files.exists(pidFile()) ? Files.readString(pidFile()) : "";
        var orphan = ProcessIdentity.parse(noted).flatMap(ProcessIdentity::find);
        if (orphan.isPresent()) {
            log.atWarn()
                    .addKeyValue("engine", engine)
                    .addKeyValue("pid", orphan.get().pid())
                    .log("stopping an engine that outlived its launcher");
            Ending.inGoodOrder(orphan.get(), stop, Launch.STOP_LIMIT);
            if (orphan.get().isAlive()) {
                throw inUse("process " + orphan.get().pid() + ", which this user cannot stop");
            }
        }
        forget();
    }

    private EngineFailure inUse(String who) {
        return new EngineFailure(
                Reason.DATA_IN_USE,
                folder + " is in use by " + who + ": stop that one or choose another folder");
    }

    private Path pidFile() {
        return folder.resolve("engine.pid");
    }
}
