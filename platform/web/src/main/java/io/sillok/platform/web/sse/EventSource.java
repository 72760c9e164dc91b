package io.sillok.platform.web.sse;

import java.time.Duration;
import java.util.List;

/// What an [EventStream] tells. Used by one thread at a time.
public interface EventSource extends AutoCloseable {

    /// What there is to tell since the last time, as soon as there is anything; empty when there
    /// was nothing in time.
    List<ServerSentEvent> next(Duration patience) throws InterruptedException;

    /// Whether all is told.
    boolean isOver();

    /// The client is gone, before all was told. Called before [#close()].
    void abandoned();

    @Override
    void close();
}
