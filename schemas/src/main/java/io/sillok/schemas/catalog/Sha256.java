package io.sillok.schemas.catalog;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// The SHA-256 of some bytes, which is also their address in the blob store.
///
/// @param hex 64 lower-case hexadecimal digits
public record Sha256(String hex) {

    @JsonCreator
    public Sha256 {
        if (!hex.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("a SHA-256 is 64 hexadecimal digits");
        }
    }

    @JsonValue
    @Override
    public String toString() {
        return hex;
    }
}
