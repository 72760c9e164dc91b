package io.sillok.platform.blobs;

import java.io.IOException;
import java.io.InputStream;

/// A sender that went away.
final class BrokenStream extends InputStream {

    @Override
    public int read() throws IOException {
        throw new IOException("connection reset");
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        return read();
    }
}
