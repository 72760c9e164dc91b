package io.sillok.processors.engine.projection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.sillok.schemas.wire.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.stream.Stream;

/// How many rows there are, and one checksum of them all: equal for equal rows, wherever they are
/// kept, in Postgres, in OpenSearch or in memory after folding the log.
///
/// The checksum is the SHA-256 (hex) over all rows in the order of their ids (the code points of
/// their text): of each row the length of its canonical JSON (4 bytes, big endian) and that JSON
/// (UTF-8). Canonical is the platform's JSON of the folded record, with the fields of every object
/// sorted by name.
public record RowDigest(long rows, String sha256) {

    private static final JsonMapper CANONICAL =
            Json.dialect().enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED).build();

    /// What these rows come to.
    ///
    /// @param rows records in the order of their ids
    public static RowDigest of(Stream<?> rows) {
        MessageDigest digest = digest();
        long count = 0;
        for (Iterator<?> all = rows.iterator(); all.hasNext(); count++) {
            byte[] json = canonical(all.next());
            digest.update(ByteBuffer.allocate(4).putInt(json.length).array());
            digest.update(json);
        }
        return new RowDigest(count, HexFormat.of().formatHex(digest.digest()));
    }

    private static byte[] canonical(Object row) {
        try {
            return CANONICAL.writeValueAsBytes(CANONICAL.<JsonNode>valueToTree(row));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
