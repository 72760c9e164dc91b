package io.sillok.platform.blobs.partial;

import java.io.IOException;
import java.io.InputStream;

/// A stream without bytes, where something happens when its end is reached.
final class EndOfStream extends InputStream {

    private final Event event;

    EndOfStream(Event event) {
        this.event = event;
    }

    /// A sender that goes away.
    static EndOfStream cut() {
        return new EndOfStream(
                () -> {
                    throw new IOException("connection reset");
                });
    }

    @Override
    public int read() throws IOException {
        event.happen();
        return -1;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        return read();
    }

    /// What happens.
    interface Event {

        void happen() throws IOException;
    }
}
