package io.sillok.engines;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineLogTest {

    private final Path file;
    private final EngineLog log;

    EngineLogTest(@TempDir Path directory) {
        file = directory.resolve("logs/engine.log");
        log = new EngineLog(file);
    }

    @Test
    void readsOnlyTheCurrentRun() throws IOException {
        log.begin();
        print("started\n");
        log.begin();
        print("starting\n");

        assertThat(log.holds("started")).isFalse();
        assertThat(log.holds("starting")).isTrue();
        assertThat(log.end()).isEqualTo("starting");
    }

    @Test
    void endsInOneLineWithoutTheFramesOfAStackTrace() throws IOException {
        log.begin();
        print("first\n\nCaused by: Broken\n\tat a.B.c(B.java:1)\n\t... 3 more\n");

        assertThat(log.end()).isEqualTo("first | Caused by: Broken");
    }

    @Test
    void hasNoLastWordsBeforeTheFirst() throws IOException {
        log.begin();

        assertThat(log.end()).isEmpty();
    }

    @Test
    void setsALargeFileAside() throws IOException {
        log.begin();
        print("x".repeat(17 << 20));

        log.begin();

        assertThat(file).doesNotExist();
        assertThat(file.resolveSibling("engine.log.1")).isRegularFile();
    }

    private void print(String text) throws IOException {
        Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
