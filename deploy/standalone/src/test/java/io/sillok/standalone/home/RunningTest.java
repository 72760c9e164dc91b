package io.sillok.standalone.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sillok.standalone.LaunchFailure;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningTest {

    private static final long NOBODY = 999_999_999L;

    @TempDir Path folder;

    private static Running running(long pid) {
        return new Running(
                pid,
                URI.create("http://127.0.0.1:1"),
                URI.create("http://127.0.0.1:2"),
                "127.0.0.1:3");
    }

    @Test
    void isFoundWhileItsProcessLives() {
        var ours = running(ProcessHandle.current().pid());

        ours.noteIn(folder);

        assertThat(Running.on(folder)).contains(ours);
    }

    @Test
    void isNotFoundAfterItsProcessDied() {
        running(NOBODY).noteIn(folder);

        assertThat(Running.on(folder)).isEmpty();
    }

    @Test
    void isNotFoundWhereNothingRan() {
        Running.forgetIn(folder);

        assertThat(Running.on(folder)).isEmpty();
    }

    @Test
    void isNotFoundInAHalfWrittenNote() throws IOException {
        running(ProcessHandle.current().pid()).noteIn(folder);
        var note = folder.resolve("running.properties");
        var whole = Files.readAllLines(note);

        for (var line = 0; line < whole.size(); line++) {
            if (!whole.get(line).startsWith("#")) {
                var without = new ArrayList<>(whole);
                without.remove(line);
                Files.write(note, without);
                assertThat(Running.on(folder)).as("without " + whole.get(line)).isEmpty();
            }
        }
    }

    @Test
    void isNotTakenForAnotherProcessThatGotItsId() throws IOException {
        running(ProcessHandle.current().pid()).noteIn(folder);
        var note = folder.resolve("running.properties");
        var text = Files.readString(note);

        Files.writeString(note, text.replaceFirst("started=20", "started=19"));

        assertThat(Running.on(folder)).isEmpty();
    }

    @Test
    void knowsItsLogAgain() {
        LogIdentity.confirm(folder, "log-one");
        LogIdentity.confirm(folder, "log-one");

        assertThatThrownBy(() -> LogIdentity.confirm(folder, "log-two"))
                .isInstanceOf(LaunchFailure.class)
                .hasMessageContaining("log-one")
                .hasMessageContaining("log-two");
    }
}
