package io.sillok.standalone.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sillok.standalone.LaunchFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    @TempDir Path folder;

    @Test
    void isMadeWhereThereIsNone() {
        var data = folder.resolve("a/b");

        DataFolder.claim(data).close();

        assertThat(data).isDirectory();
    }

    @Test
    void canBeClaimedAgainAfterItWasClosed() {
        DataFolder.claim(folder).close();
        DataFolder.claim(folder).close();

        assertThat(folder.resolve("format")).hasContent("1");
    }

    @Test
    void belongsToOneAtATime() {
        try (var first = DataFolder.claim(folder)) {
            assertThat(first.layout().root()).isEqualTo(folder);
            refuses("runs on " + folder);
        }
    }

    @Test
    void isNotTakenFromSomebodyElse() throws IOException {
        Files.writeString(folder.resolve("thesis.txt"), "mine");

        refuses("thesis.txt");

        assertThat(folder.toFile().list()).containsExactly("thesis.txt");
    }

    @Test
    void mayHoldSettingsBeforeItsFirstUse() throws IOException {
        Files.writeString(folder.resolve("sillok.properties"), "");

        DataFolder.claim(folder).close();
    }

    @Test
    void isUsedAfterAStartThatBrokeOffEarly() throws IOException {
        Files.createFile(folder.resolve("platform.lock"));
        Files.createFile(folder.resolve("format"));

        DataFolder.claim(folder).close();

        assertThat(folder.resolve("format")).hasContent("1");
    }

    @Test
    void isLeftToTheReleaseThatWroteIt() throws IOException {
        Files.writeString(folder.resolve("format"), "2\n");

        refuses("format '2'");
    }

    @Test
    void isNotAFile() throws IOException {
        var file = Files.createFile(folder.resolve("file"));

        assertThatThrownBy(() -> DataFolder.claim(file))
                .isInstanceOf(LaunchFailure.class)
                .hasMessageContaining("not a folder");
    }

    private void refuses(String words) {
        assertThatThrownBy(() -> DataFolder.claim(folder))
                .isInstanceOf(LaunchFailure.class)
                .hasMessageContaining(words)
                .hasMessageContaining("--data");
    }
}
