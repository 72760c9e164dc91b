package io.sillok.schemas.identity;

import io.sillok.schemas.envelope.BoundaryKey;
import io.sillok.schemas.envelope.Subject;
import io.sillok.schemas.personal.AboutPerson;
import io.sillok.schemas.personal.Personal;
import io.sillok.schemas.personal.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What can be asked of API keys. All keys of one person are decided together, so that they can end
/// together. Of a key's secret only a digest under the installation's key travels.
public sealed interface ApiKeyCommand extends AboutPerson {

    UserId owner();

    /// What the command is about: a key, or all of the owner's.
    Subject subject();

    @Override
    default UserId person() {
        return owner();
    }

    /// Where it is decided.
    default BoundaryKey key() {
        return new BoundaryKey("user-api-keys/" + owner());
    }

    /// Make a key. Sent for the owner.
    ///
    /// @param name what the owner calls it
    /// @param expiresAt 90 days from now when absent
    record Issue(
            ApiKeyId apiKey,
            UserId owner,
            @Personal Optional<String> name,
            List<String> scopes,
            Optional<Instant> expiresAt,
            String digest)
            implements ApiKeyCommand {

        public Issue {
            scopes = scopes.stream().distinct().sorted().toList();
        }

        @Override
        public Subject subject() {
            return apiKey.subject();
        }
    }

    /// Let it count no more. Sent for the owner or an administrator.
    record Revoke(ApiKeyId apiKey, UserId owner) implements ApiKeyCommand {

        @Override
        public Subject subject() {
            return apiKey.subject();
        }
    }

    /// Let none of them count, because of what happened to the account; or let the owner make some
    /// again. Sent by the platform.
    ///
    /// @param barred whether none may be made
    record Restrict(UserId owner, boolean barred, EndReason reason) implements ApiKeyCommand {

        @Override
        public Subject subject() {
            return ApiKeyEvent.ring(owner);
        }
    }
}
