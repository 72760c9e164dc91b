package io.sillok.processors.catalog.scan.reading;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sillok.schemas.wire.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A child process that reads files, as its parent sees it. Used by one thread at a time. It ends
/// when this JVM ends, however that happens, because its standard input ends then.
final class ReaderProcess implements AutoCloseable {

    /// The exit code of a Java process that ran out of memory and was told to exit then.
    static final int OUT_OF_MEMORY = 3;

    /// Logging of the child, where Logback does it.
    private static final String SILENCE =
            "io/sillok/processors/catalog/scan/reading/logback-reader.xml";

    /// The child knows nothing of the parent's environment, which may hold secrets, but how file
    /// names are written.
    private static final Set<String> PASSED_ON = Set.of("LANG", "LC_ALL", "LC_CTYPE", "TMPDIR");

    private final Process process;
    private final LinkedBlockingQueue<Answer> answers = new LinkedBlockingQueue<>();

    /// What came back.
    sealed interface Answer {

        record Reply(ReadReply reply) implements Answer {}

        record TimedOut() implements Answer {}

        record Died(int exit) implements Answer {}
    }

    private ReaderProcess(Process process) {
        this.process = process;
    }

    /// @throws UncheckedIOException when no process can be started
    static ReaderProcess start(int megabytes) {
        ProcessBuilder builder =
                new ProcessBuilder(command(megabytes))
                        .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().keySet().retainAll(PASSED_ON);
        try {
            ReaderProcess reader = new ReaderProcess(builder.start());
            // reading a pipe holds a virtual thread's carrier: two idle readers would stop all
            // others
            Thread.ofPlatform().daemon().name("reader-answers").start(reader::listen);
            return reader;
        } catch (IOException e) {
            throw new UncheckedIOException("no reader could be started", e);
        }
    }

    /// Asks and waits. After any answer but a reply the process must be closed.
    ///
    /// @throws InterruptedException and then the process must be closed too
    Answer ask(ReadRequest request, Duration patience) throws InterruptedException {
        try {
            OutputStream in = process.getOutputStream();
            in.write(Json.bytes(request));
            in.write('\n');
            in.flush();
        } catch (IOException _) {
            return new Answer.Died(process.waitFor());
        }
        @Nullable Answer answer = answers.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
        return answer == null ? new Answer.TimedOut() : answer;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private void listen() {
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                // a Java process that runs out of memory says so on standard output
                if (line.startsWith("{")) {
                    ReadReply reply = Json.readOwn(line.getBytes(UTF_8), ReadReply.class);
                    answers.add(new Answer.Reply(reply));
                }
            }
            answers.add(new Answer.Died(process.waitFor()));
        } catch (IOException | UncheckedIOException _) {
            close();
            answers.add(new Answer.Died(-1));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<String> command(int megabytes) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + megabytes + "m",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-Djava.awt.headless=true",
                "-Dlogback.configurationFile=" + SILENCE,
                "-cp",
                System.getProperty("java.class.path"),
                ReaderMain.class.getName());
    }
}
