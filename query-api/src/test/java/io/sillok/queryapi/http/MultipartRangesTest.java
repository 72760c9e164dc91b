package io.sillok.queryapi.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.sillok.queryapi.http.ByteRanges.Range;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MultipartRangesTest {

    private static final byte[] FILE = "0123456789".getBytes(US_ASCII);

    @Test
    void writesEachRangeUnderItsPlace() throws IOException {
        var parts =
                new MultipartRanges(
                        "between",
                        "text/plain",
                        FILE.length,
                        List.of(new Range(0, 1), new Range(7, 9)));
        var out = new ByteArrayOutputStream();
        parts.write(
                out,
                range -> new ByteArrayInputStream(FILE, (int) range.first(), (int) range.length()));
        assertThat(out.toString(US_ASCII))
                .isEqualTo(
                        "\r\n--between\r\nContent-Type: text/plain\r\n"
                                + "Content-Range: bytes 0-1/10\r\n\r\n01"
                                + "\r\n--between\r\nContent-Type: text/plain\r\n"
                                + "Content-Range: bytes 7-9/10\r\n\r\n789"
                                + "\r\n--between--\r\n");
        assertThat(parts.length()).isEqualTo(out.size());
        assertThat(parts.contentType()).isEqualTo("multipart/byteranges; boundary=between");
    }
}
