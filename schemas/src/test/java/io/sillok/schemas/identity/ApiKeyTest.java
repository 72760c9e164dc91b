package io.sillok.schemas.identity;

import static io.sillok.schemas.envelope.History.time;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.sillok.schemas.envelope.History;
import io.sillok.schemas.personal.UserId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ApiKeyTest {

    private static final ApiKeyId ID = new ApiKeyId(new UUID(1, 1));
    private static final UserId OWNER = new UserId(new UUID(2, 2));
    private static final ApiKeyEvent ISSUED =
            new ApiKeyEvent.Issued(
                    ID, OWNER, Optional.of("build"), List.of("catalog:write"), time(100));

    @Test
    void countsUntilItExpires() {
        ApiKey key = evolve(Optional.empty(), 1, ISSUED);

        assertThat(key.counts(time(99))).isTrue();
        assertThat(key.counts(time(100))).isFalse();
    }

    @Test
    void countsNoMoreOnceItIsRevoked() {
        ApiKey key = revoked(EndReason.REVOKED);

        assertThat(key.counts(time(3))).isFalse();
        assertThat(key.updatedAt()).isEqualTo(time(2));
    }

    @Test
    void losesItsNameWhenItEnds() {
        assertThat(evolve(Optional.empty(), 1, ISSUED).name()).contains("build");
        assertThat(revoked(EndReason.EXPIRED).name()).isEmpty();
    }

    @Test
    void isNotChangedByRepeats() {
        ApiKey key = revoked(EndReason.REVOKED);

        assertThat(evolve(Optional.of(key), 1, ISSUED)).isSameAs(key);
    }

    @Test
    void isNotWhatHappensToAllOfThem() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> evolve(Optional.empty(), 1, new ApiKeyEvent.Restricted(OWNER, true)));
    }

    private static ApiKey revoked(EndReason reason) {
        ApiKey issued = evolve(Optional.empty(), 1, ISSUED);
        return evolve(Optional.of(issued), 2, new ApiKeyEvent.Revoked(ID, OWNER, reason));
    }

    private static ApiKey evolve(Optional<ApiKey> before, long sequence, ApiKeyEvent event) {
        return ApiKey.evolve(before, History.at(sequence, ID.subject(), event));
    }
}
