package io.sillok.schemas.identity;

import io.sillok.schemas.envelope.Subject;
import io.sillok.schemas.personal.AboutPerson;
import io.sillok.schemas.personal.Personal;
import io.sillok.schemas.personal.UserId;
import java.util.Optional;

/// What somebody proves with who they are, as far as it must be kept. Never part of an event: it
/// stands on a topic that keeps the newest of each subject only, and that few may read.
public sealed interface Credential {

    /// Whose it is.
    Subject subject();

    /// The hash of a person's password.
    ///
    /// @param hash in PHC form; absent once the person is erased
    record Password(UserId user, @Personal Optional<String> hash)
            implements Credential, AboutPerson {

        @Override
        public UserId person() {
            return user;
        }

        @Override
        public Subject subject() {
            return user.subject();
        }
    }

    /// The digest of a session's newest refresh token.
    record SessionDigest(SessionId session, UserId holder, String digest) implements Credential {

        @Override
        public Subject subject() {
            return session.subject();
        }
    }

    /// The digest of an API key's secret.
    record ApiKeyDigest(ApiKeyId apiKey, UserId owner, String digest) implements Credential {

        @Override
        public Subject subject() {
            return apiKey.subject();
        }
    }
}
