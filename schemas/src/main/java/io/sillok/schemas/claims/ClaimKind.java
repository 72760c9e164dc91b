package io.sillok.schemas.claims;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// What sort of value is claimed: `category-name`. Equal values of two kinds are two claims.
///
/// @param word kebab-case
public record ClaimKind(String word) {

    @JsonCreator
    public ClaimKind {
        if (!word.matches("[a-z]{1,30}(-[a-z]{1,30}){0,5}")) {
            throw new IllegalArgumentException("a kind of claim is kebab-case");
        }
    }

    @JsonValue
    @Override
    public String toString() {
        return word;
    }
}
