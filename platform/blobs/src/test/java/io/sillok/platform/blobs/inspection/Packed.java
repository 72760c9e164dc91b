package io.sillok.platform.blobs.inspection;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Makes archives, honest and otherwise.
final class Packed {

    static final byte[] EICAR =
            ("X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*")
                    .getBytes(UTF_8);

    private static final int END = 22;

    private Packed() {}

    static byte[] zip(String name, byte[] content) {
        return zip(Map.of(name, content));
    }

    static byte[] zip(Map<String, byte[]> entries) {
        var bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (var entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static byte[] gzip(byte[] content) {
        var bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /// The package of an Office document with this main part, and one more part.
    static byte[] office(String mainPart, String name, byte[] content) {
        return zip(Map.of("[Content_Types].xml", contentTypes(mainPart), name, content));
    }

    static byte[] docx(String name, byte[] content) {
        return office("wordprocessingml.document.main+xml", name, content);
    }

    /// An archive whose directory lists its one entry again and again (Fifield, "A better zip
    /// bomb").
    static byte[] overlapping(byte[] content, int times) {
        byte[] honest = zip("kernel", content);
        ByteBuffer end = ByteBuffer.wrap(honest).order(ByteOrder.LITTLE_ENDIAN);
        int size = end.getInt(honest.length - END + 12);
        int offset = end.getInt(honest.length - END + 16);
        ByteBuffer bomb =
                ByteBuffer.allocate(offset + times * size + END).order(ByteOrder.LITTLE_ENDIAN);
        bomb.put(honest, 0, offset);
        for (int time = 0; time < times; time++) {
            bomb.put(honest, offset, size);
        }
        bomb.put(honest, honest.length - END, END);
        bomb.putShort(bomb.limit() - END + 8, (short) times);
        bomb.putShort(bomb.limit() - END + 10, (short) times);
        bomb.putInt(bomb.limit() - END + 12, times * size);
        return bomb.array();
    }

    /// An archive of one entry whose sizes and places are all in ZIP64 fields.
    static byte[] zip64(String name, byte[] content) {
        byte[] narrow = zip(name, content);
        ByteBuffer old = ByteBuffer.wrap(narrow).order(ByteOrder.LITTLE_ENDIAN);
        int end = narrow.length - END;
        int size = old.getInt(end + 12);
        int offset = old.getInt(end + 16);
        int extra = 28;
        ByteBuffer wide =
                ByteBuffer.allocate(narrow.length + extra + 56 + 20).order(ByteOrder.LITTLE_ENDIAN);
        wide.put(narrow, 0, end).putShort((short) 1).putShort((short) 24);
        wide.putLong(content.length).putLong(old.getInt(offset + 20)).putLong(0);
        int end64 = wide.position();
        wide.putInt(0x06064b50).putLong(44).position(end64 + 40);
        wide.putLong(size + extra).putLong(offset);
        wide.putInt(0x07064b50).putInt(0).putLong(end64).putInt(1);
        wide.put(narrow, end, END);
        wide.putInt(offset + 20, -1).putInt(offset + 24, -1).putInt(offset + 42, -1);
        wide.putShort(offset + 30, (short) extra);
        wide.putInt(wide.limit() - END + 12, -1).putInt(wide.limit() - END + 16, -1);
        return wide.array();
    }

    /// Marks every entry as encrypted, in both of its headers.
    static byte[] encrypted(byte[] zip) {
        byte[] marked = zip.clone();
        for (int at = 0; at + 10 < marked.length; at++) {
            if (marked[at] == 'P' && marked[at + 1] == 'K') {
                int kind = marked[at + 2];
                int flags = kind == 3 ? 6 : kind == 1 ? 8 : -1;
                if (flags > 0) {
                    marked[at + flags] |= 1;
                }
            }
        }
        return marked;
    }

    /// A compound file as far as an inspection looks: the header and directory entries.
    static byte[] compound(String... streams) {
        ByteBuffer file = ByteBuffer.allocate(512 + streams.length * 128);
        file.putLong(0, 0xD0CF11E0A1B11AE1L);
        for (int index = 0; index < streams.length; index++) {
            byte[] name = streams[index].getBytes(UTF_16LE);
            int at = 512 + index * 128;
            file.put(at, name);
            file.put(at + 64, (byte) (name.length + 2));
            file.put(at + 66, (byte) 2);
        }
        return file.array();
    }

    static byte[] contentTypes(String mainPart) {
        String type = "application/vnd.openxmlformats-officedocument." + mainPart;
        return ("<Types><Override PartName='/main.xml' ContentType='" + type + "'/></Types>")
                .getBytes(UTF_8);
    }
}
