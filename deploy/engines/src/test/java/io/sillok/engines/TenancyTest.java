package io.sillok.engines;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A process that sleeps stands for the engine that a dead launcher left behind.
class TenancyTest {

    private final Path folder;
    private final Process orphan;

    TenancyTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        this.orphan = new ProcessBuilder("sleep", "600").start();
    }

    @AfterEach
    void end() {
        orphan.destroyForcibly().onExit().join();
    }

    @Test
    void stopsAnEngineThatOutlivedItsLauncher() throws IOException {
        note(identity());

        claim();

        assertThat(orphan.isAlive()).isFalse();
    }

    @Test
    void sparesAnotherProcessThatHasTheSameId() throws IOException {
        note(new ProcessIdentity(orphan.pid(), identity().start() + "0"));

        claim();

        assertThat(orphan.isAlive()).isTrue();
    }

    @Test
    void sparesEverythingWhenTheNoteIsUnreadable() throws IOException {
        Files.writeString(folder.resolve("engine.pid"), "-1 x\n");

        claim();

        assertThat(orphan.isAlive()).isTrue();
    }

    private ProcessIdentity identity() {
        return ProcessIdentity.of(orphan.toHandle()).orElseThrow();
    }

    private void note(ProcessIdentity identity) throws IOException {
        Files.writeString(folder.resolve("engine.pid"), identity.line() + "\n");
    }

    private void claim() {
        var tenancy = new Tenancy("an engine", folder);
        tenancy.claim(Signal.TERM, () -> folder);
        tenancy.release();
        assertThat(folder.resolve("engine.pid")).doesNotExist();
    }
}
