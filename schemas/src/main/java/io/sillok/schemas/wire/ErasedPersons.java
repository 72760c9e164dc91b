package io.sillok.schemas.wire;

import io.sillok.schemas.envelope.Subject;
import io.sillok.schemas.personal.UserId;
import java.util.Optional;

/// Tells from the headers of a record whether somebody was erased. Stateless.
public final class ErasedPersons {

    private static final String ERASED = "io.sillok.identity.user-erased.v1";

    private ErasedPersons() {}

    /// Who; empty when the record says anything else.
    public static Optional<UserId> of(WireRecord record) {
        return record.header(Headers.TYPE)
                .filter(ERASED::equals)
                .flatMap(_ -> record.header(Headers.SUBJECT))
                .flatMap(ErasedPersons::person);
    }

    private static Optional<UserId> person(String subject) {
        try {
            Subject account = Subject.parse(subject);
            return account.collection().equals("users")
                    ? Optional.of(new UserId(account.id()))
                    : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
