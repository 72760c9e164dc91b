package io.sillok.commandapi.catalog.tus;

import io.sillok.platform.blobs.partial.Checksum;
import java.util.HexFormat;
import java.util.Map;

/// The header `Upload-Checksum`: the name of an algorithm and a digest in Base64.
public final class TusChecksums {

    /// The algorithms that are understood, the one every client has first.
    public static final String ALGORITHMS = "sha1,sha256";

    private static final Map<String, Algorithm> KNOWN =
            Map.of("sha1", new Algorithm("SHA-1", 20), "sha256", new Algorithm("SHA-256", 32));

    private TusChecksums() {}

    static Checksum parse(String value) {
        String[] parts = value.split(" ", -1);
        Algorithm algorithm = parts.length == 2 ? KNOWN.get(parts[0]) : null;
        if (parts.length != 2) {
            throw TusProblems.malformed(Tus.CHECKSUM, "must be an algorithm, a space, a digest");
        }
        if (algorithm == null) {
            throw TusProblems.wrong(
                    "checksum-algorithm-unsupported", Tus.CHECKSUM, "must be one of " + ALGORITHMS);
        }
        return StrictBase64.decode(parts[1])
                .filter(digest -> digest.length == algorithm.bytes())
                .map(digest -> new Checksum(algorithm.name(), HexFormat.of().formatHex(digest)))
                .orElseThrow(
                        () ->
                                TusProblems.malformed(
                                        Tus.CHECKSUM, "must hold a digest of the algorithm"));
    }

    /// @param name as Java calls it
    /// @param bytes the length of a digest
    private record Algorithm(String name, int bytes) {}
}
