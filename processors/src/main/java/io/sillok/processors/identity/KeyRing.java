package io.sillok.processors.identity;

import io.sillok.schemas.envelope.EventEnvelope;
import io.sillok.schemas.identity.ApiKey;
import io.sillok.schemas.identity.ApiKeyEvent;
import io.sillok.schemas.identity.ApiKeyEvent.Issued;
import io.sillok.schemas.identity.ApiKeyEvent.Restricted;
import io.sillok.schemas.identity.ApiKeyEvent.Revoked;
import io.sillok.schemas.identity.ApiKeyId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// All API keys of one person that were not revoked.
///
/// @param barred whether none may be made
record KeyRing(boolean barred, List<ApiKey> keys) {

    static final KeyRing EMPTY = new KeyRing(false, List.of());

    KeyRing {
        keys = List.copyOf(keys);
    }

    Optional<ApiKey> find(ApiKeyId id) {
        return keys.stream().filter(key -> key.id().equals(id)).findFirst();
    }

    KeyRing after(EventEnvelope<ApiKeyEvent> event) {
        return switch (event.event()) {
            case Issued(var id, _, _, _, _) ->
                    new KeyRing(
                            barred,
                            Stream.concat(without(id), Stream.of(ApiKey.evolve(find(id), event)))
                                    .toList());
            case Revoked(var id, _, _) -> new KeyRing(barred, without(id).toList());
            case Restricted(_, var nowBarred) -> new KeyRing(nowBarred, keys);
        };
    }

    private Stream<ApiKey> without(ApiKeyId id) {
        return keys.stream().filter(key -> !key.id().equals(id));
    }
}
