package io.sillok.processors.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Without any engine, but slow: it waits for a log that is not there.
final class DecidingApplicationIT {

    @Test
    void isNotReadyWithoutALogAndCanBeClosed(@TempDir Path directory) {
        var application =
                DecidingApplication.start(
                        Naming.CONTEXT,
                        Naming.ONE_PARTITION,
                        DecidingSettings.in(directory, Naming.SECRET));
        await().until(() -> application.state().isPresent());

        assertThat(application.isReady()).isFalse();
        application.close();

        assertThat(application.state()).isEmpty();
    }
}
