package io.sillok.platform.blobs.inspection;

import io.sillok.platform.blobs.BlobFailure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.ZipException;

/// Pieces of a local file, by position. A fault of the disk is a [BlobFailure]; a position outside
/// the file is the file's own fault, a [ZipException]. Belongs to one thread.
final class FileBytes implements AutoCloseable {

    private final FileChannel channel;
    private final long size;

    private FileBytes(FileChannel channel, long size) {
        this.channel = channel;
        this.size = size;
    }

    static FileBytes open(Path path) {
        try {
            FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
            return new FileBytes(channel, channel.size());
        } catch (IOException e) {
            throw new BlobFailure("a local file could not be opened", e);
        }
    }

    long size() {
        return size;
    }

    /// Exactly `length` bytes, little-endian, for records of bounded size.
    ByteBuffer read(long from, int length) throws ZipException {
        if (from < 0 || length > size - from) {
            throw new ZipException("a record lies outside the file");
        }
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            if (readAt(bytes, from + bytes.position()) < 0) {
                throw new ZipException("the file ends too early");
            }
        }
        return bytes.flip();
    }

    /// At most `length` bytes from a position on, unbuffered. Closing it does nothing.
    InputStream stream(long from, long length) throws ZipException {
        if (from < 0 || length < 0 || length > size - from) {
            throw new ZipException("an entry lies outside the file");
        }
        return new Piece(from, from + length);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new BlobFailure("a local file could not be closed", e);
        }
    }

    private int readAt(ByteBuffer bytes, long position) {
        try {
            return channel.read(bytes, position);
        } catch (IOException e) {
            throw new BlobFailure("a local file could not be read", e);
        }
    }

    private final class Piece extends InputStream {

        private final long end;
        private long position;

        Piece(long from, long end) {
            this.position = from;
            this.end = end;
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            if (length == 0) {
                return 0;
            }
            int wanted = (int) Math.min(length, end - position);
            if (wanted <= 0) {
                return -1;
            }
            int read = readAt(ByteBuffer.wrap(bytes, offset, wanted), position);
            position += Math.max(read, 0);
            return read;
        }
    }
}
