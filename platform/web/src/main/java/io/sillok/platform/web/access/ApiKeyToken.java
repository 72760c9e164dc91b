package io.sillok.platform.web.access;

import io.sillok.schemas.envelope.Ids;
import java.util.Optional;
import java.util.UUID;

/// An API key as its holder has it: `slk_<uuid>_<secret>`. The prefix lets scanners for leaked
/// secrets find it.
///
/// @param id names the key; no secret
public record ApiKeyToken(UUID id, Secret secret) {

    private static final String PREFIX = "slk_";
    private static final int UUID_CHARACTERS = 36;
    private static final int SECRET_AT = PREFIX.length() + UUID_CHARACTERS + 1;

    /// A new one.
    public static ApiKeyToken issue(UUID id) {
        return new ApiKeyToken(id, Secret.random());
    }

    /// Reads what a caller sent; empty when it cannot be a key.
    public static Optional<ApiKeyToken> parse(String text) {
        if (text.length() != SECRET_AT + Secret.CHARACTERS
                || !text.startsWith(PREFIX)
                || text.charAt(SECRET_AT - 1) != '_') {
            return Optional.empty();
        }
        String id = text.substring(PREFIX.length(), SECRET_AT - 1);
        return Secret.parse(text.substring(SECRET_AT))
                .flatMap(secret -> Ids.find(id).map(uuid -> new ApiKeyToken(uuid, secret)));
    }

    /// What its holder is told, once.
    public String reveal() {
        return PREFIX + id + "_" + secret.reveal();
    }
}
