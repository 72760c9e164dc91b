package io.sillok.processors.catalog.scan.reading;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sillok.schemas.wire.Json;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The child process: answers one request after the other and ends when its parent is gone or has
/// asked nothing for some minutes.
final class ReaderMain {

    private static final long IDLE_SECONDS = 300;

    private final BlockingQueue<String> requests = new LinkedBlockingQueue<>();
    private final DocumentText text = new DocumentText();
    private final FirstPage firstPage = new FirstPage();

    private ReaderMain() {}

    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws IOException, InterruptedException {
        // the answers have standard output to themselves
        System.setOut(System.err);
        try (OutputStream answers = new FileOutputStream(FileDescriptor.out)) {
            new ReaderMain().serve(answers);
        }
    }

    private void serve(OutputStream answers) throws IOException, InterruptedException {
        Thread.ofPlatform().daemon().name("requests").start(this::listen);
        for (String line = next(); line != null; line = next()) {
            ReadRequest request = Json.readOwn(line.getBytes(UTF_8), ReadRequest.class);
            answers.write(Json.bytes(answer(request)));
            answers.write('\n');
            answers.flush();
        }
    }

    private @Nullable String next() throws InterruptedException {
        return requests.poll(IDLE_SECONDS, TimeUnit.SECONDS);
    }

    private ReadReply answer(ReadRequest request) {
        return switch (request.task()) {
            case TEXT -> text.read(request);
            case PICTURE -> firstPage.draw(request);
        };
    }

    /// Ends the process with its parent, even while a parser is busy.
    private void listen() {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(System.in, UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                requests.add(line);
            }
        } catch (IOException _) {
            Runtime.getRuntime().halt(1);
        }
        Runtime.getRuntime().halt(0);
    }
}
