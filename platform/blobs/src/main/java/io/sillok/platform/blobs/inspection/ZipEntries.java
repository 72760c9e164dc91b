package io.sillok.platform.blobs.inspection;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipException;

/// The entries of a ZIP file as its central directory lists them (APPNOTE 6.3, with ZIP64), one
/// after the other, in constant memory however many there are. Belongs to one thread.
///
/// The JDK's own reader loads the whole directory and believes sizes; this one is for files that
/// nobody trusts yet.
final class ZipEntries implements AutoCloseable {

    private static final int END_SIZE = 22;
    private static final int END = 0x06054b50;
    private static final int END64_LOCATOR = 0x07064b50;
    private static final int END64 = 0x06064b50;
    private static final int DIRECTORY_ENTRY = 0x02014b50;
    private static final int LOCAL_ENTRY = 0x04034b50;
    private static final long UNKNOWN = 0xFFFFFFFFL;

    private final FileBytes file;
    private long position;
    private final long directoryEnd;

    private ZipEntries(FileBytes file, long from, long to) {
        this.file = file;
        this.position = from;
        this.directoryEnd = to;
    }

    /// One file within the archive.
    ///
    /// @param name as stored, one character per byte
    /// @param compressedSize as the directory says
    record Entry(String name, int flags, int method, long compressedSize, long localHeader) {

        boolean isEncrypted() {
            return (flags & 1) != 0 || method == 99;
        }

        /// Whether its content can be read: it is stored or deflated.
        boolean isReadable() {
            return method == 0 || method == 8;
        }
    }

    /// Opens an archive and finds its directory.
    ///
    /// @throws ZipException when it has none, or one that different readers would read differently
    static ZipEntries open(Path path) throws IOException {
        FileBytes file = FileBytes.open(path);
        try {
            return open(file);
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private static ZipEntries open(FileBytes file) throws ZipException {
        long end = findEnd(file);
        ByteBuffer record = file.read(end, END_SIZE);
        long size = record.getInt(12) & UNKNOWN;
        long from = record.getInt(16) & UNKNOWN;
        if (size == UNKNOWN || from == UNKNOWN || record.getShort(10) == -1) {
            ByteBuffer record64 = end64(file, end);
            size = record64.getLong(40);
            from = record64.getLong(48);
        }
        if (from < 0 || size < 0 || from > end || size > end - from) {
            throw new ZipException("the directory lies outside the file");
        }
        return new ZipEntries(file, from, from + size);
    }

    /// The next entry, or empty after the last.
    Optional<Entry> next() throws ZipException {
        if (position >= directoryEnd) {
            return Optional.empty();
        }
        ByteBuffer header = file.read(position, 46);
        if (header.getInt(0) != DIRECTORY_ENTRY) {
            throw new ZipException("the directory is damaged");
        }
        int nameLength = header.getShort(28) & 0xFFFF;
        int extraLength = header.getShort(30) & 0xFFFF;
        int commentLength = header.getShort(32) & 0xFFFF;
        String name = ISO_8859_1.decode(file.read(position + 46, nameLength)).toString();
        ByteBuffer extra = file.read(position + 46 + nameLength, extraLength);
        position += 46L + nameLength + extraLength + commentLength;
        return Optional.of(entry(name, header, extra));
    }

    /// The bytes of an entry, inflated. Its declared size is not believed, only the end of the
    /// data.
    InputStream content(Entry entry) throws ZipException {
        ByteBuffer header = file.read(entry.localHeader(), 30);
        if (header.getInt(0) != LOCAL_ENTRY) {
            throw new ZipException("an entry is not where the directory says");
        }
        long from =
                entry.localHeader()
                        + 30
                        + (header.getShort(26) & 0xFFFF)
                        + (header.getShort(28) & 0xFFFF);
        InputStream stored = file.stream(from, entry.compressedSize());
        return entry.method() == 8 ? new RawInflaterStream(stored) : stored;
    }

    @Override
    public void close() {
        file.close();
    }

    private static Entry entry(String name, ByteBuffer header, ByteBuffer extra)
            throws ZipException {
        boolean wideSize = (header.getInt(24) & UNKNOWN) == UNKNOWN;
        long compressed = header.getInt(20) & UNKNOWN;
        long local = header.getInt(42) & UNKNOWN;
        if (wideSize || compressed == UNKNOWN || local == UNKNOWN) {
            ByteBuffer wide = zip64(extra);
            if (wideSize) {
                nextLong(wide);
            }
            compressed = compressed == UNKNOWN ? nextLong(wide) : compressed;
            local = local == UNKNOWN ? nextLong(wide) : local;
        }
        return new Entry(name, header.getShort(8), header.getShort(10), compressed, local);
    }

    private static ByteBuffer zip64(ByteBuffer extra) throws ZipException {
        while (extra.remaining() >= 4) {
            int id = extra.getShort() & 0xFFFF;
            int length = Math.min(extra.getShort() & 0xFFFF, extra.remaining());
            if (id == 1) {
                return extra.slice(extra.position(), length).order(ByteOrder.LITTLE_ENDIAN);
            }
            extra.position(extra.position() + length);
        }
        throw new ZipException("an entry's size is missing");
    }

    private static long nextLong(ByteBuffer wide) throws ZipException {
        if (wide.remaining() < 8) {
            throw new ZipException("an entry's size is missing");
        }
        return wide.getLong();
    }

    /// The end record is the last thing in the file; one with anything else behind it could be a
    /// decoy.
    private static long findEnd(FileBytes file) throws ZipException {
        long from = Math.max(0, file.size() - END_SIZE - 0xFFFF);
        ByteBuffer tail = file.read(from, (int) (file.size() - from));
        for (int at = tail.limit() - END_SIZE; at >= 0; at--) {
            if (tail.getInt(at) == END) {
                if (at + END_SIZE + (tail.getShort(at + 20) & 0xFFFF) != tail.limit()) {
                    break;
                }
                return from + at;
            }
        }
        throw new ZipException("there is no end record");
    }

    private static ByteBuffer end64(FileBytes file, long end) throws ZipException {
        ByteBuffer locator = file.read(end - 20, 20);
        if (locator.getInt(0) != END64_LOCATOR) {
            throw new ZipException("there is no ZIP64 locator");
        }
        ByteBuffer record = file.read(locator.getLong(8), 56);
        if (record.getInt(0) != END64) {
            throw new ZipException("there is no ZIP64 end record");
        }
        return record;
    }
}
