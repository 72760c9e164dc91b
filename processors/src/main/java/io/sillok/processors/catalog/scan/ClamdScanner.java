package io.sillok.processors.catalog.scan;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Shows files to a clamd. While it is away it waits, because a file that was not scanned must not
/// pass and must not be given up either. Thread-safe.
public final class ClamdScanner implements VirusScanner {

    private static final Logger log = LoggerFactory.getLogger(ClamdScanner.class);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int FAILURES = 5;

    private final Clamd clamd;

    public ClamdScanner(String host, int port) {
        this(new Clamd(host, port, PATIENCE));
    }

    ClamdScanner(Clamd clamd) {
        this.clamd = clamd;
    }

    /// A clamd that is there but breaks off on this file again and again counts as an error.
    @Override
    public Answer scan(Path file) throws IOException, InterruptedException {
        for (int failures = 0; failures < FAILURES; failures++) {
            awaitClamd();
            try (InputStream bytes = Files.newInputStream(file)) {
                return answer(clamd.scan(bytes));
            } catch (Clamd.SourceFailure e) {
                throw e;
            } catch (IOException e) {
                log.atWarn()
                        .addKeyValue("cause", e.getMessage())
                        .log("clamd broke off, asking it again");
                Thread.sleep(PAUSE);
            }
        }
        return new Answer.Unscannable("scanner-error");
    }

    /// Reads an answer of clamd.
    static Answer answer(String text) {
        if (text.endsWith(" OK")) {
            return new Answer.Clean();
        }
        if (text.endsWith(" FOUND")) {
            String found = text.substring(text.indexOf(':') + 1, text.lastIndexOf(' ')).strip();
            return found(found);
        }
        return new Answer.Unscannable(
                text.contains("size limit exceeded") ? "scanner-size-limit" : "scanner-error");
    }

    /// Some names that clamd gives are no viruses but limits of its own.
    private static Answer found(String name) {
        if (name.startsWith("Heuristics.Limits.Exceeded")) {
            return new Answer.Unscannable("scanner-size-limit");
        }
        if (name.startsWith("Heuristics.Encrypted")) {
            return new Answer.Unscannable("encrypted");
        }
        return new Answer.Found(name);
    }

    private void awaitClamd() throws InterruptedException {
        if (clamd.isAvailable()) {
            return;
        }
        log.atError().log("clamd is away, scans wait for it");
        while (!clamd.isAvailable()) {
            Thread.sleep(PAUSE);
        }
        log.atInfo().log("clamd is back");
    }
}
