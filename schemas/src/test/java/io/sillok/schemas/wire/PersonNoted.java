package io.sillok.schemas.wire;

import io.sillok.schemas.personal.AboutPerson;
import io.sillok.schemas.personal.Personal;
import io.sillok.schemas.personal.UserId;
import io.sillok.schemas.topics.Topics;
import java.util.List;
import java.util.Optional;

/// A message with personal data, for tests.
record PersonNoted(
        UserId person,
        int visits,
        @Personal Optional<String> fullName,
        @Personal Optional<Address> address,
        Optional<String> note)
        implements AboutPerson {

    static final MessageType<PersonNoted> TYPE =
            new MessageType<>(
                    List.of(Topics.CATALOG_EVENTS), "tests", "person-noted", 1, PersonNoted.class);

    /// A personal value that is not a text.
    record Address(String street, int number) {}

    /// A message of the same form under another name.
    record Renamed(UserId person, @Personal Optional<String> fullName) implements AboutPerson {

        static final MessageType<Renamed> TYPE =
                new MessageType<>(
                        List.of(Topics.CATALOG_EVENTS), "tests", "renamed", 1, Renamed.class);
    }
}
