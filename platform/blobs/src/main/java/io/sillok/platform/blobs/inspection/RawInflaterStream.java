package io.sillok.platform.blobs.inspection;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/// Inflates raw deflate data (RFC 1951) and frees the inflater's memory when closed.
final class RawInflaterStream extends InflaterInputStream {

    RawInflaterStream(InputStream deflated) {
        super(deflated, new Inflater(true), 16 * 1024);
    }

    @Override
    public void close() throws IOException {
        try {
            super.close();
        } finally {
            inf.end();
        }
    }
}
