package io.sillok.platform.blobs.inspection;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;

/// A stream whose first bytes were looked at and are still to be read. Closing it closes nothing,
/// so that what is packed into it can be closed and the rest still be read.
final class PeekedStream extends PushbackInputStream {

    private final byte[] head;

    PeekedStream(InputStream in) throws IOException {
        super(in, Signatures.HEAD);
        head = in.readNBytes(Signatures.HEAD);
        unread(head);
    }

    byte[] head() {
        return head;
    }

    @Override
    public void close() {
        // the stream below belongs to whoever opened it
    }
}
