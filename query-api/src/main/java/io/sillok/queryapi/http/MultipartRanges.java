package io.sillok.queryapi.http;

import io.sillok.queryapi.http.ByteRanges.Range;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/// Several ranges of one file in one body: `multipart/byteranges` (RFC 9110, section 14.6).
///
/// @param boundary stands between the parts and nowhere in them
/// @param mediaType of the file
/// @param size of the whole file
record MultipartRanges(String boundary, String mediaType, long size, List<Range> ranges) {

    MultipartRanges {
        ranges = List.copyOf(ranges);
    }

    static MultipartRanges of(String mediaType, long size, List<Range> ranges) {
        return new MultipartRanges(UUID.randomUUID().toString(), mediaType, size, ranges);
    }

    String contentType() {
        return "multipart/byteranges; boundary=" + boundary;
    }

    /// How many bytes [#write] will write.
    long length() {
        return end().length
                + ranges.stream().mapToLong(range -> head(range).length + range.length()).sum();
    }

    /// Writes the body.
    ///
    /// @param bytes opens a range; every stream is closed
    void write(OutputStream out, Function<Range, InputStream> bytes) throws IOException {
        for (Range range : ranges) {
            out.write(head(range));
            try (InputStream part = bytes.apply(range)) {
                part.transferTo(out);
            }
        }
        out.write(end());
    }

    private byte[] head(Range range) {
        return """
            \r
            --%s\r
            Content-Type: %s\r
            Content-Range: %s\r
            \r
            """
                .formatted(boundary, mediaType, range.contentRange(size))
                .getBytes(StandardCharsets.US_ASCII);
    }

    private byte[] end() {
        return "\r\n--%s--\r\n".formatted(boundary).getBytes(StandardCharsets.US_ASCII);
    }
}
