package io.sillok.standalone.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sillok.standalone.LaunchFailure;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
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
        Files.writeString(folder.resolve("running.properties"), "pid=12");

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
