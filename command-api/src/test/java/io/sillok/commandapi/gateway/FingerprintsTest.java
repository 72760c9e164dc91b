package io.sillok.commandapi.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.sillok.schemas.catalog.CategoryCommand;
import io.sillok.schemas.catalog.CategoryId;
import io.sillok.schemas.envelope.BoundaryKey;
import io.sillok.schemas.envelope.Idempotency;
import java.util.UUID;
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
                        new CategoryCommand.Create(id, name)));
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

    @Test
    void doNotShowTheKey() {
        assertThat(of("ada", "ada@example.org", "x").key()).doesNotContain("ada");
    }
}
