package io.sillok.platform.web.sse;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// A source of events that a test tells. The word `end` ends it, `fault` makes it fail.
public final class Telling implements EventSource {

    public final BlockingQueue<String> words = new LinkedBlockingQueue<>();

    private int told;
    private volatile boolean over;
    private volatile boolean abandoned;
    private volatile boolean closed;

    @Override
    public List<ServerSentEvent> next(Duration patience) throws InterruptedException {
        List<String> come = new ArrayList<>();
        Optional.ofNullable(words.poll(50, TimeUnit.MILLISECONDS)).ifPresent(come::add);
        words.drainTo(come);
        if (come.remove("fault")) {
            throw new IllegalStateException("a fault, as was asked for");
        }
        over = come.remove("end");
        return come.stream()
                .map(
                        word ->
                                new ServerSentEvent(
                                        "word", Optional.of(Integer.toString(told++)), word))
                .toList();
    }

    @Override
    public boolean isOver() {
        return over;
    }

    @Override
    public void abandoned() {
        abandoned = true;
    }

    public boolean isAbandoned() {
        return abandoned;
    }

    @Override
    public void close() {
        closed = true;
    }

    public boolean isClosed() {
        return closed;
    }
}
