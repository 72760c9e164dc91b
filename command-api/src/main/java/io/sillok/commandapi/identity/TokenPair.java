package io.sillok.commandapi.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;

/// What somebody gets who has signed in (RFC 6749, section 5.1).
///
/// @param expiresIn for how many seconds the access token is valid
/// @param scope what it is good for; only said where RFC 6749 wants it said
@Schema(name = "TokenPair")
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record TokenPair(
        String accessToken,
        String refreshToken,
        @Schema(example = "bearer") String tokenType,
        @Schema(example = "900") long expiresIn,
        Optional<String> scope) {

    /// The same, not saying what it is good for.
    TokenPair withoutScope() {
        return new TokenPair(accessToken, refreshToken, tokenType, expiresIn, Optional.empty());
    }

    /// Holds what must not be logged.
    @Override
    public String toString() {
        return "TokenPair";
    }
}
