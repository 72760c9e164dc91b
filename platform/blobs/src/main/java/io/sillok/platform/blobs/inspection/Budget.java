package io.sillok.platform.blobs.inspection;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serial;

/// What is left of an inspection's [InspectionLimits]. Belongs to one thread.
final class Budget {

    private final InspectionLimits limits;
    private final long fileSize;
    private int entries;
    private long inflated;

    Budget(InspectionLimits limits, long fileSize) {
        this.limits = limits;
        this.fileSize = fileSize;
    }

    /// Counts one more entry of an archive at a depth, from 1.
    void enter(int depth) throws Exceeded {
        entries++;
        if (entries > limits.entries() || depth > limits.depth()) {
            throw new Exceeded();
        }
    }

    /// The same bytes, counted while they are read.
    InputStream counting(InputStream in) {
        return new Counting(in);
    }

    private void spend(long bytes) throws Exceeded {
        inflated += Math.max(bytes, 0);
        if (inflated > limits.inflatedBytes() || isTooDense()) {
            throw new Exceeded();
        }
    }

    private boolean isTooDense() {
        return inflated > limits.ratioFrom() && inflated / limits.ratio() > fileSize;
    }

    /// Ends the walk: there is no more to spend.
    static final class Exceeded extends IOException {
        @Serial private static final long serialVersionUID = 1L;
    }

    private final class Counting extends FilterInputStream {

        Counting(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            spend(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            spend(read);
            return read;
        }

        @Override
        public long skip(long count) throws IOException {
            long skipped = super.skip(count);
            spend(skipped);
            return skipped;
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }
}
