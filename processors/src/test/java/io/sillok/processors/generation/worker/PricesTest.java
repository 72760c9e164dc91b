package io.sillok.processors.generation.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.sillok.schemas.generation.Cost;
import io.sillok.schemas.generation.Usage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PricesTest {

    private static final Prices PRICES = Prices.parse("USD", "large=2.50/10, free=0/0");

    @Test
    void areOfAMillionTokens() {
        assertThat(PRICES.of("large", new Usage(1_000_000, 0, false)))
                .isEqualTo(new Cost("2.5", "USD"));
        assertThat(PRICES.of("large", new Usage(3, 7, true)))
                .isEqualTo(new Cost("0.0000775", "USD"));
    }

    @Test
    void areNothingForWhatIsFreeOrNotListed() {
        assertThat(PRICES.of("free", new Usage(3, 7, false))).isEqualTo(Cost.none("USD"));
        assertThat(PRICES.of("other", new Usage(3, 7, false))).isEqualTo(Cost.none("USD"));
        assertThat(Prices.parse("KRW", "").of("large", Usage.NONE)).isEqualTo(Cost.none("KRW"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"large", "large=1", "large=1/2/3", "large=-1/2", "large=a/b"})
    void areRefusedWhenTheyAreNone(String list) {
        assertThatIllegalArgumentException().isThrownBy(() -> Prices.parse("USD", list));
    }
}
