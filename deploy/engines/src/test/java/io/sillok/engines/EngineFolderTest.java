package io.sillok.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.sillok.engines.EngineFailure.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineFolderTest {

    private final Path path;
    private final EngineFolder folder;

    EngineFolderTest(@TempDir Path path) {
        this.path = path;
        this.folder = new EngineFolder("An engine", path);
    }

    @Test
    void makesAPartOnce() throws IOException {
        folder.part("part", "mark", EngineFolderTest::complete);
        Files.writeString(path.resolve("part/mark"), "kept");

        folder.part("part", "mark", EngineFolderTest::complete);

        assertThat(path.resolve("part/mark")).hasContent("kept");
    }

    @Test
    void keepsNothingOfAPartThatWasNotFinished() {
        var failure =
                catchThrowableOfType(
                        EngineFailure.class,
                        () ->
                                folder.part(
                                        "part",
                                        "mark",
                                        part -> {
                                            complete(part);
                                            throw new IOException("No space left on device");
                                        }));

        assertThat(failure.reason()).isEqualTo(Reason.DISK_FULL);
        assertThat(path.resolve("part")).doesNotExist();
        assertThat(folder.part("part", "mark", EngineFolderTest::complete)).isDirectory();
        assertThat(path.resolve("part.unfinished")).doesNotExist();
    }

    @Test
    void makesAPartInAnEmptyFolder() throws IOException {
        Files.createDirectory(path.resolve("part"));

        folder.part("part", "mark", EngineFolderTest::complete);

        assertThat(path.resolve("part/mark")).isRegularFile();
    }

    @Test
    void refusesAPartWithoutItsMark() throws IOException {
        Files.createDirectories(path.resolve("part/something"));

        var failure =
                catchThrowableOfType(
                        EngineFailure.class,
                        () -> folder.part("part", "mark", EngineFolderTest::complete));

        assertThat(failure.reason()).isEqualTo(Reason.DATA_DAMAGED);
        assertThat(path.resolve("part/something")).isDirectory();
    }

    @Test
    void refusesAFileInItsPlace() throws IOException {
        var file = Files.createFile(path.resolve("file"));

        var failure =
                catchThrowableOfType(
                        EngineFailure.class,
                        () -> new EngineFolder("An engine", file).claim(Signal.TERM, () -> file));

        assertThat(failure).hasMessageContaining(file.toString());
    }

    private static void complete(Path part) throws IOException {
        Files.createDirectory(part);
        Files.createFile(part.resolve("mark"));
    }
}
