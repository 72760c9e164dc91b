package io.sillok.platform.blobs.partial;

import io.sillok.platform.blobs.BlobFailure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// Writes one upload, which nobody else does meanwhile. Belongs to one thread; close it.
///
/// The offset in the record is moved only after the bytes before it are on the disk, so it is never
/// ahead of them, whatever breaks. What lies in the file behind the offset does not count and is
/// cut off by the next writer.
public final class UploadWriter implements AutoCloseable {

    private static final int BUFFER = 64 * 1024;
    private static final long CHECKPOINT_BYTES = 8L << 20;
    private static final Duration CHECKPOINT_AGE = Duration.ofSeconds(5);

    private final UploadFiles files;
    private final WriteLocks.Held held;
    private final InstantSource clock;
    private PartialUpload upload;
    private Instant checkpoint;
    private long received;

    UploadWriter(
            UploadFiles files, PartialUpload upload, WriteLocks.Held held, InstantSource clock) {
        this.files = files;
        this.upload = upload;
        this.held = held;
        this.clock = clock;
        this.checkpoint = clock.instant();
        this.received = upload.offset();
    }

    /// The upload as it is on the disk.
    public PartialUpload upload() {
        return upload;
    }

    /// Reads bytes to their end. What came counts, however the reading ends: also when the sender
    /// goes away, and up to the last few megabytes also when this process is killed.
    ///
    /// @throws IOException when reading `bytes` fails
    public Appending append(InputStream bytes) throws IOException {
        begin();
        try {
            return copy(bytes, Optional.empty());
        } finally {
            moveOn();
        }
    }

    /// Reads bytes to their end. They count only when all of them came and their digest is the
    /// expected one.
    ///
    /// @throws IOException when reading `bytes` fails
    public Appending append(InputStream bytes, Checksum expected) throws IOException {
        begin();
        boolean kept = false;
        try {
            MessageDigest digest = expected.begin();
            Appending appended = copy(bytes, Optional.of(digest));
            if (!(appended instanceof Appending.Appended)) {
                return appended;
            }
            kept = expected.isOf(digest);
            if (!kept) {
                return new Appending.Mismatch();
            }
            moveOn();
            return appended;
        } finally {
            if (!kept) {
                begin();
            }
        }
    }

    /// All bytes of an upload that is whole, for as long as this writer is open. Need not be
    /// closed.
    public InputStream bytes() {
        try {
            return Channels.newInputStream(channel().position(0));
        } catch (IOException e) {
            throw new BlobFailure("the bytes of an upload could not be read", e);
        }
    }

    /// Notes that something was made of the upload; its bytes go.
    public void finish() {
        upload = upload.finished();
        files.replace(upload);
        files.deleteBytes(upload);
    }

    /// Removes the upload as if it had never been.
    public void remove() {
        files.delete(upload);
    }

    @Override
    public void close() {
        held.close();
    }

    private Appending copy(InputStream from, Optional<MessageDigest> digest) throws IOException {
        byte[] buffer = new byte[BUFFER];
        for (int read; (read = from.read(buffer)) >= 0; ) {
            if (received + read > upload.length()) {
                return new Appending.TooLong();
            }
            if (upload.isExpired(clock.instant())) {
                return new Appending.Expired();
            }
            write(ByteBuffer.wrap(buffer, 0, read));
            received += read;
            if (digest.isPresent()) {
                digest.get().update(buffer, 0, read);
            } else if (isTimeToMoveOn()) {
                moveOn();
            }
        }
        return new Appending.Appended(received == upload.length());
    }

    private boolean isTimeToMoveOn() {
        return received - upload.offset() >= CHECKPOINT_BYTES
                || clock.instant().isAfter(checkpoint.plus(CHECKPOINT_AGE));
    }

    /// Cuts off what does not count.
    private void begin() {
        try {
            received = upload.offset();
            channel().truncate(received).position(received);
        } catch (IOException e) {
            throw new BlobFailure("the bytes of an upload could not be cut", e);
        }
    }

    private void moveOn() {
        checkpoint = clock.instant();
        PartialUpload further = upload.received(received);
        if (further.offset() == upload.offset()) {
            return;
        }
        try {
            channel().force(false);
        } catch (IOException e) {
            throw new BlobFailure("the bytes of an upload could not be made durable", e);
        }
        files.replace(further);
        upload = further;
    }

    private void write(ByteBuffer bytes) {
        try {
            while (bytes.hasRemaining()) {
                channel().write(bytes);
            }
        } catch (IOException e) {
            throw new BlobFailure("the bytes of an upload could not be written", e);
        }
    }

    private FileChannel channel() {
        return held.bytes();
    }
}
