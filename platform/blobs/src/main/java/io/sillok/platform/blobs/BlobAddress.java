package io.sillok.platform.blobs;

import java.util.regex.Pattern;

/// Where a blob is: the SHA-256 of its bytes, so the same bytes have the same address.
///
/// @param sha256 64 lower-case hexadecimal digits
public record BlobAddress(String sha256) {

    private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");

    public BlobAddress {
        if (!HEX.matcher(sha256).matches()) {
            throw new IllegalArgumentException("a blob address is 64 hexadecimal digits");
        }
    }

    /// True when `text` could be an address.
    static boolean looksLike(String text) {
        return HEX.matcher(text).matches();
    }

    /// The address as a path of two levels, so that no folder grows without end: `ab/cd/abcd…`.
    String path() {
        return sha256.substring(0, 2) + "/" + sha256.substring(2, 4) + "/" + sha256;
    }

    @Override
    public String toString() {
        return sha256;
    }
}
