package io.sillok.schemas.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.sillok.schemas.personal.UserId;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ErasedPersonsTest {

    private static final UserId ADA = new UserId(new UUID(0, 7));
    private static final String ERASED = "io.sillok.identity.user-erased.v1";

    @Test
    void areNamedByTheirErasure() {
        assertThat(ErasedPersons.of(record(ERASED, "users/" + ADA))).contains(ADA);
    }

    @Test
    void areNotNamedByAnythingElse() {
        String deactivated = "io.sillok.identity.user-deactivated.v1";
        assertThat(ErasedPersons.of(record(deactivated, "users/" + ADA))).isEmpty();
        assertThat(ErasedPersons.of(record(ERASED, "sessions/" + ADA))).isEmpty();
        assertThat(ErasedPersons.of(record(ERASED, "nobody"))).isEmpty();
        assertThat(ErasedPersons.of(new WireRecord("k", Map.of(), new byte[0]))).isEmpty();
    }

    private static WireRecord record(String type, String subject) {
        return new WireRecord("k", Map.of("ce_type", type, "ce_subject", subject), new byte[0]);
    }
}
