package io.sillok.processors.catalog.scan.reading;

import io.sillok.processors.catalog.scan.reading.ReadRequest.Task;
import io.sillok.processors.catalog.scan.reading.ReaderProcess.Answer;
import java.nio.file.Path;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads files in child processes, which are started when needed, used again, and end by themselves
/// when there is nothing to do. Thread-safe; callers beyond the number of processes wait.
public final class Readers implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Readers.class);

    private final ReaderSettings settings;
    private final Semaphore free;
    private final Deque<ReaderProcess> idle = new ConcurrentLinkedDeque<>();

    public Readers(ReaderSettings settings) {
        this.settings = settings;
        this.free = new Semaphore(settings.processes());
    }

    /// Reads the text of a file, Unicode NFC in UTF-8, and what the file says of itself.
    ///
    /// @param name as it was uploaded, made safe
    /// @param target gets the text; not written when there is none
    public Reading text(Path file, String name, String mediaType, Path target)
            throws InterruptedException {
        return read(request(Task.TEXT, file, name, mediaType, target));
    }

    /// Draws the first page of a file as PNG, where the type of file has pages to draw.
    ///
    /// @param target gets the picture; not written when there is none
    public Reading picture(Path file, String name, String mediaType, Path target)
            throws InterruptedException {
        return read(request(Task.PICTURE, file, name, mediaType, target));
    }

    /// Ends the processes that do nothing. Those that read end when their reading does or is
    /// interrupted.
    @Override
    public void close() {
        for (ReaderProcess process = idle.poll(); process != null; process = idle.poll()) {
            process.close();
        }
    }

    private static ReadRequest request(
            Task task, Path file, String name, String mediaType, Path target) {
        return new ReadRequest(
                task,
                file.toAbsolutePath().toString(),
                name,
                mediaType,
                target.toAbsolutePath().toString());
    }

    private Reading read(ReadRequest request) throws InterruptedException {
        free.acquire();
        try {
            ReaderProcess used = living();
            if (used != null) {
                Reading reading = ask(used, request);
                if (!(reading instanceof Reading.Crashed)) {
                    return reading;
                }
                // it may have ended for want of work in this very moment
            }
            return ask(ReaderProcess.start(settings.megabytes()), request);
        } finally {
            free.release();
        }
    }

    private @Nullable ReaderProcess living() {
        ReaderProcess process = idle.poll();
        while (process != null && !process.isAlive()) {
            process.close();
            process = idle.poll();
        }
        return process;
    }

    private Reading ask(ReaderProcess process, ReadRequest request) throws InterruptedException {
        boolean reusable = false;
        try {
            Answer answer = process.ask(request, settings.patience());
            reusable = answer instanceof Answer.Reply;
            return reading(answer);
        } finally {
            if (reusable) {
                idle.push(process);
            } else {
                process.close();
            }
        }
    }

    private static Reading reading(Answer answer) {
        return switch (answer) {
            case Answer.Reply(var reply) -> reading(reply);
            case Answer.TimedOut _ -> new Reading.Unreadable("parser-timeout");
            case Answer.Died(var exit) when exit == ReaderProcess.OUT_OF_MEMORY ->
                    new Reading.Unreadable("parser-out-of-memory");
            case Answer.Died(var exit) -> {
                log.atWarn().addKeyValue("exit", exit).log("a reader died");
                yield new Reading.Crashed(exit);
            }
        };
    }

    private static Reading reading(ReadReply reply) {
        return reply.problem()
                .<Reading>map(Reading.Unreadable::new)
                .orElseGet(
                        () ->
                                new Reading.Read(
                                        reply.written(),
                                        reply.pages(),
                                        reply.author(),
                                        reply.durationSeconds()));
    }
}
