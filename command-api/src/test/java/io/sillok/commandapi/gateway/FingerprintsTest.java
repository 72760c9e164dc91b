package io.sillok.commandapi.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.sillok.schemas.catalog.CategoryCommand;
import io.sillok.schemas.catalog.CategoryId;
import io.sillok.schemas.envelope.BoundaryKey;
import io.sillok.schemas.envelope.Idempotency;
import io.sillok.schemas.personal.AboutPerson;
import io.sillok.schemas.personal.DataKey;
import io.sillok.schemas.personal.DerivedKeys;
import io.sillok.schemas.personal.PersonKeys;
import io.sillok.schemas.personal.Personal;
import io.sillok.schemas.personal.UserId;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class FingerprintsTest {

    private static Idempotency of(String actor, String key, String name) {
        CategoryId id = new CategoryId(new UUID(0, 1));
        return Fingerprints.of(
                actor,
                key,
                Order.create(
                        new BoundaryKey("categories"),
                        id.subject(),
                        new CategoryCommand.Create(id, name)),
                PersonKeys.NONE);
    }

    @Test
    void areTheSameForTheSameRequest() {
        assertThat(of("ada", "k", "Safety")).isEqualTo(of("ada", "k", "Safety"));
    }

    @Test
    void tellRequestsUnderOneKeyApart() {
        assertThat(of("ada", "k", "Fire").key()).isEqualTo(of("ada", "k", "Safety").key());
        assertThat(of("ada", "k", "Fire").fingerprint())
                .isNotEqualTo(of("ada", "k", "Safety").fingerprint());
    }

    @Test
    void keepTheKeysOfCallersApart() {
        assertThat(of("ada", "k", "x").key()).isNotEqualTo(of("eve", "k", "x").key());
        assertThat(of("a", "b|c", "x").key()).isNotEqualTo(of("a|b", "c", "x").key());
    }

    @Nested
    class OfCommandsAboutPersons {

        record Greet(UserId person, @Personal Optional<String> name) implements AboutPerson {}

        private final PersonKeys keys = new DerivedKeys(Map.of("t1", DataKey.randomSecret()));

        private String fingerprint(String name, PersonKeys under) {
            UserId person = new UserId(new UUID(0, 1));
            Greet greet = new Greet(person, Optional.of(name));
            return Fingerprints.of(
                            "ada",
                            "k",
                            Order.create(BoundaryKey.of(person.subject()), person.subject(), greet),
                            under)
                    .fingerprint();
        }

        @Test
        void tellRequestsApart() {
            assertThat(fingerprint("Ada", keys)).isEqualTo(fingerprint("Ada", keys));
            assertThat(fingerprint("Ada", keys)).isNotEqualTo(fingerprint("Eve", keys));
        }

        @Test
        void cannotBeComputedByAnybodyElse() {
            PersonKeys others = new DerivedKeys(Map.of("t1", DataKey.randomSecret()));

            assertThat(fingerprint("Ada", others)).isNotEqualTo(fingerprint("Ada", keys));
        }
    }

    @Test
    void doNotShowTheKey() {
        assertThat(of("ada", "ada@example.org", "x").key()).doesNotContain("ada");
    }
}
