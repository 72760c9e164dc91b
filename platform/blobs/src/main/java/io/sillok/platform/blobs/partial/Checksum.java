package io.sillok.platform.blobs.partial;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// What the digest of some bytes must be.
///
/// @param algorithm as Java calls it: `SHA-256`
/// @param hex the digest, in lower-case hexadecimal digits
public record Checksum(String algorithm, String hex) {

    MessageDigest begin() {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("unknown digest " + algorithm, e);
        }
    }

    boolean isOf(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest()).equals(hex);
    }
}
