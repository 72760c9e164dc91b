package io.sillok.processors.catalog.scan.reading;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// Films without a picture: just the boxes that say how long they last (ISO 14496-12).
final class Films {

    private static final int MOVIE_HEADER = 108;

    private Films() {}

    static byte[] mp4(int seconds) {
        return ByteBuffer.allocate(16 + 8 + MOVIE_HEADER)
                .putInt(16)
                .put(name("ftyp"))
                .put(name("mp42"))
                .putInt(0)
                .putInt(8 + MOVIE_HEADER)
                .put(name("moov"))
                .putInt(MOVIE_HEADER)
                .put(name("mvhd"))
                .putInt(0)
                .putInt(0)
                .putInt(0)
                .putInt(1_000)
                .putInt(seconds * 1_000)
                .putInt(0x00010000)
                .putShort((short) 0x0100)
                .array();
    }

    private static byte[] name(String box) {
        return box.getBytes(StandardCharsets.US_ASCII);
    }
}
