package io.sillok.schemas.envelope;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;

/// One link of a subject's hash chain: SHA-256 over the link before, the header fields that give
/// the event its meaning, and the value bytes exactly as stored.
///
/// An edited, removed or inserted event breaks every later link. Each field is preceded by its
/// length (4 bytes, big endian), so that no two events share an input.
///
/// @param hex 64 lower-case hexadecimal digits
public record Chain(String hex) {

    /// The link before a subject's first event.
    public static final Chain START = new Chain("0".repeat(64));

    public Chain {
        if (!hex.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("a chain link is 64 hexadecimal digits");
        }
    }

    /// The link that follows this one.
    ///
    /// @param fields id, type, subject, time, actor and sequence as they stand in the headers
    public Chain next(List<String> fields, byte[] value) {
        MessageDigest digest = Digests.sha256();
        digest.update(HexFormat.of().parseHex(hex));
        for (String field : fields) {
            byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
            digest.update(ByteBuffer.allocate(4).putInt(bytes.length).array());
            digest.update(bytes);
        }
        digest.update(ByteBuffer.allocate(4).putInt(value.length).array());
        digest.update(value);
        return new Chain(HexFormat.of().formatHex(digest.digest()));
    }

    @Override
    public String toString() {
        return hex;
    }
}
