package io.sillok.engines;

import static org.assertj.core.api.Assertions.assertThat;

import io.sillok.engines.EngineFailure.Reason;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiagnosisTest {

    private final Diagnosis diagnosis = new Diagnosis("An engine", Path.of("/data/engine"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    could not extend file: No space left on device          | DISK_FULL
                    java.net.BindException: Address already in use          | PORT_TAKEN
                    could not open file "postgresql.conf": Permission denied | NOT_PERMITTED
                    setsid: failed to execute postgres: No such file        | NOT_INSTALLED
                    something else                                          | ENDED_EARLY
                    """)
    void readsTheLastWordsOfAnEngine(String lastWords, Reason reason) {
        var failure = diagnosis.ended("An engine", 1, lastWords);

        assertThat(failure.reason()).isEqualTo(reason);
        assertThat(failure).hasMessageContaining(lastWords);
    }

    @Test
    void namesTheFolderThatCannotBeWritten() {
        var failure = diagnosis.of(new AccessDeniedException("/data/engine"));

        assertThat(failure.reason()).isEqualTo(Reason.NOT_PERMITTED);
        assertThat(failure).hasMessageContaining("/data/engine");
    }

    @Test
    void knowsAFullDiskByTheFileSystemsWords() {
        var failure = diagnosis.of(new IOException("No space left on device"));

        assertThat(failure.reason()).isEqualTo(Reason.DISK_FULL);
    }
}
