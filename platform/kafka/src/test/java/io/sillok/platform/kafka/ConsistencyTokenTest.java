package io.sillok.platform.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ConsistencyTokenTest {

    private static final LogEpoch EPOCH = new LogEpoch("MkU3OEVBNTcwNTJENDM2Qg");
    private static final LogPosition FIRST = new LogPosition("sillok.catalog.events.v1", 3, 42);
    private static final LogPosition SECOND = new LogPosition("sillok.catalog.commands.v1", 11, 0);

    @Test
    void readsWhatItWrote() {
        var token = new ConsistencyToken(EPOCH, List.of(FIRST, SECOND));

        assertThat(ConsistencyToken.parse(token.format())).contains(token);
    }

    @Test
    void isSafeInAHeader() {
        assertThat(ConsistencyToken.of(EPOCH, FIRST).format()).matches("[A-Za-z0-9_-]+");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "v1",
                "v1|epoch",
                "v2|epoch|topic|0|0",
                "v1|epoch|topic|0",
                "v1|epoch|topic|0|0|",
                "v1|epoch|topic|-1|0",
                "v1|epoch|topic|0|-1",
                "v1|epoch|topic|0|99999999999999999999",
                "v1|epoch|topic|+0|0",
                "v1|epoch||0|0",
                "v1||topic|0|0"
            })
    void knowsWhatIsNotAToken(String plain) {
        var text =
                Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(plain.getBytes(StandardCharsets.UTF_8));

        assertThat(ConsistencyToken.parse(text)).isEmpty();
    }

    @Test
    void knowsWhatIsNotBase64() {
        assertThat(ConsistencyToken.parse("***")).isEmpty();
    }

    @Test
    void doesNotReadWithoutEnd() {
        assertThat(ConsistencyToken.parse("A".repeat(5_000))).isEmpty();
    }

    @Test
    void needsAPosition() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ConsistencyToken(EPOCH, List.of()));
    }

    @Test
    void holdsSixteenPositionsAtMost() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ConsistencyToken(EPOCH, Collections.nCopies(17, FIRST)));
    }
}
