package io.sillok.platform.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PreferencesTest {

    private static final Preferences NONE = new Preferences(false, Optional.empty(), false);

    private static Preferences of(String... headers) {
        return Preferences.of(List.of(headers));
    }

    @Test
    void areNoneWithoutHeader() {
        assertThat(of()).isEqualTo(NONE);
    }

    @Test
    void comeInOneHeaderOrSeveral() {
        var both = new Preferences(true, Optional.of(Duration.ofSeconds(7)), true);

        assertThat(of("respond-async, wait=7; x=1, handling=lenient")).isEqualTo(both);
        assertThat(of("Respond-Async", "WAIT = \"7\"", "handling=Lenient")).isEqualTo(both);
    }

    @Test
    void countOnceTheFirstOfEachName() {
        assertThat(of("wait=1, wait=9").patience()).contains(Duration.ofSeconds(1));
    }

    @Test
    void ignoreWhatIsNotUnderstood() {
        assertThat(of("wait=-1, wait=9")).isEqualTo(NONE);
        assertThat(of("", ",,", "wait", "wait=", "wait=x", "wait=99999999999", "handling=strict"))
                .isEqualTo(NONE);
    }
}
