package io.sillok.processors.catalog.scan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sillok.engines.ClamdEngine;
import io.sillok.engines.EngineSettings;
import io.sillok.processors.catalog.scan.VirusScanner.Answer;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/// A real clamd with a database that knows the EICAR test file.
@TestInstance(Lifecycle.PER_CLASS)
class ClamdIT {

    private final Path folder;
    private final ClamdEngine clamd;
    private final ClamdScanner scanner;

    ClamdIT(@TempDir Path folder) {
        assumeTrue(
                ClamdEngine.isInstalled(), "clamd is not installed: apt-get install clamav-daemon");
        this.folder = folder;
        this.clamd = ClamdEngine.start(EngineSettings.in(folder.resolve("clamd")));
        this.scanner = new ClamdScanner(clamd.host(), clamd.port());
    }

    @AfterAll
    void stop() {
        clamd.close();
    }

    @Test
    void passesWhatIsClean() throws Exception {
        assertThat(scanner.scan(file("안녕하세요".getBytes(UTF_8)))).isEqualTo(new Answer.Clean());
        assertThat(scanner.scan(file(new byte[3 << 20]))).isEqualTo(new Answer.Clean());
    }

    @Test
    void findsTheTestVirus() throws Exception {
        assertThat(scanner.scan(file(TestVirus.alone())))
                .isInstanceOfSatisfying(
                        Answer.Found.class,
                        found -> assertThat(found.signature()).contains("Eicar"));
    }

    @Test
    void findsTheTestVirusInAZipInAZip() throws Exception {
        assertThat(scanner.scan(file(TestVirus.zipped(TestVirus.zipped(TestVirus.alone())))))
                .isInstanceOf(Answer.Found.class);
    }

    @Test
    void reportsWhatIsBeyondItsSizeLimit() throws Exception {
        Path huge = folder.resolve("huge");
        try (RandomAccessFile file = new RandomAccessFile(huge.toFile(), "rw")) {
            file.setLength(300L << 20);
        }

        assertThat(scanner.scan(huge)).isEqualTo(new Answer.Unscannable("scanner-size-limit"));
    }

    @Test
    void waitsWhileItIsAway() throws Exception {
        Path file = file("patience".getBytes(UTF_8));
        clamd.kill();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Answer> answer = threads.submit(() -> scanner.scan(file));
            await().during(Duration.ofSeconds(2)).until(() -> !answer.isDone());

            clamd.restart();

            assertThat(answer.get()).isEqualTo(new Answer.Clean());
        }
    }

    private Path file(byte[] content) throws IOException {
        return Files.write(Files.createTempFile(folder, "file", ""), content);
    }
}
