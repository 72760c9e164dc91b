package io.sillok.schemas.identity;

import io.sillok.schemas.envelope.EventEnvelope;
import io.sillok.schemas.identity.ApiKeyEvent.Issued;
import io.sillok.schemas.identity.ApiKeyEvent.Restricted;
import io.sillok.schemas.identity.ApiKeyEvent.Revoked;
import io.sillok.schemas.personal.AboutPerson;
import io.sillok.schemas.personal.Personal;
import io.sillok.schemas.personal.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// An API key as it is now: the fold of its events.
///
/// @param revoked why it counts no more; empty while it does, unless it has expired
public record ApiKey(
        ApiKeyId id,
        long version,
        UserId owner,
        @Personal Optional<String> name,
        List<String> scopes,
        Instant expiresAt,
        Optional<EndReason> revoked,
        Instant createdAt,
        Instant updatedAt)
        implements AboutPerson {

    public ApiKey {
        scopes = List.copyOf(scopes);
    }

    @Override
    public UserId person() {
        return owner;
    }

    /// The key after one more event of its own. Pure; events at or below `before`'s version change
    /// nothing. The name ends with the key.
    ///
    /// @param before empty when `next` is its first event
    /// @throws IllegalArgumentException when `next` is about all keys of a person
    public static ApiKey evolve(Optional<ApiKey> before, EventEnvelope<ApiKeyEvent> next) {
        if (before.isPresent() && before.get().version() >= next.sequence()) {
            return before.get();
        }
        return switch (next.event()) {
            case Issued(var id, var owner, var name, var scopes, var expiresAt) ->
                    new ApiKey(
                            id,
                            next.sequence(),
                            owner,
                            name,
                            scopes,
                            expiresAt,
                            Optional.empty(),
                            next.time(),
                            next.time());
            case Revoked(_, _, var reason) -> before.orElseThrow().revoked(next, reason);
            case Restricted _ -> throw new IllegalArgumentException("not about one key");
        };
    }

    /// Whether it can be used, as far as its owner can do anything.
    public boolean counts(Instant now) {
        return revoked.isEmpty() && now.isBefore(expiresAt);
    }

    private ApiKey revoked(EventEnvelope<?> by, EndReason reason) {
        return new ApiKey(
                id,
                by.sequence(),
                owner,
                Optional.empty(),
                scopes,
                expiresAt,
                Optional.of(reason),
                createdAt,
                by.time());
    }
}
