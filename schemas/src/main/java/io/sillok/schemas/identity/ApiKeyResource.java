package io.sillok.schemas.identity;

import io.sillok.schemas.personal.AboutPerson;
import io.sillok.schemas.personal.Personal;
import io.sillok.schemas.personal.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// An API key as both APIs answer it; what it is used with is shown once, when it is made.
///
/// @param version also its ETag
public record ApiKeyResource(
        ApiKeyId id,
        long version,
        UserId owner,
        @Personal Optional<String> name,
        List<String> scopes,
        Instant expiresAt,
        Instant createdAt,
        Instant updatedAt)
        implements AboutPerson {

    public ApiKeyResource {
        scopes = List.copyOf(scopes);
    }

    @Override
    public UserId person() {
        return owner;
    }

    public static ApiKeyResource of(ApiKey key) {
        return new ApiKeyResource(
                key.id(),
                key.version(),
                key.owner(),
                key.name(),
                key.scopes(),
                key.expiresAt(),
                key.createdAt(),
                key.updatedAt());
    }
}
