package io.sillok.platform.web.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class KeyRingTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final Duration LONGEST = Duration.ofHours(1);

    private final KeyRing first = KeyRing.fresh(NOON);
    private final KeyRing two = first.with(NOON.plusSeconds(600), LONGEST);

    @Test
    void signsWithTheOldKeyUntilTheTimeOfTheNewOneHasCome() {
        assertThat(two.signing(NOON.plusSeconds(599))).isEqualTo(two.keys().getFirst());
        assertThat(two.signing(NOON.plusSeconds(600))).isEqualTo(two.keys().getLast());
    }

    @Test
    void keepsTheOldKeyUntilItsLastTokenHasExpired() {
        Instant lastTokenEnds = NOON.plusSeconds(600).plus(LONGEST);

        assertThat(two.at(lastTokenEnds).keys()).hasSize(2);
        assertThat(two.at(lastTokenEnds.plus(TokenVerifier.CLOCK_SKEW)).keys())
                .containsExactly(two.keys().getLast());
    }

    @Test
    void doesNotPostponeTheEndOfAKeyThatHasOne() {
        KeyRing three = two.with(NOON.plusSeconds(9_000), LONGEST);

        assertThat(three.keys().getFirst()).isEqualTo(two.keys().getFirst());
        assertThat(three.keys()).hasSize(3);
    }

    @Test
    void readsItsPrivateFormBack() throws ParseException {
        assertThat(KeyRing.parse(two.secret())).isEqualTo(two);
    }

    @Test
    void publishesOnlyPublicParts() {
        assertThat(two.published())
                .contains(two.keys().getFirst().getKeyID(), two.keys().getLast().getKeyID())
                .doesNotContain("\"d\"");
    }

    @Test
    void isNotReadFromPublicPartsOrFromNone() {
        assertThatThrownBy(() -> KeyRing.parse(two.published())).isInstanceOf(ParseException.class);
        assertThatThrownBy(() -> KeyRing.parse("{\"keys\":[]}")).isInstanceOf(ParseException.class);
    }
}
