package io.sillok.schemas.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {

    @ParameterizedTest
    @CsvSource({
        "19900, KRW, 19900",
        "19900.00, KRW, 19900",
        "007, KRW, 7",
        "12.5, USD, 12.50",
        "1.234, KWD, 1.234",
        "999999999999999, KRW, 999999999999999"
    })
    void hasOneForm(String written, String currency, String amount) {
        assertThat(Money.read(written, currency)).contains(new Money(amount, currency));
    }

    @ParameterizedTest
    @CsvSource({
        "0.5, KRW",
        "12.345, USD",
        "-1, KRW",
        "+1, KRW",
        "1e3, KRW",
        "1000000000000000, KRW",
        "'1,000', KRW",
        "NaN, KRW",
        "'', KRW",
        "1, ABC",
        "1, krw",
        "1, XAU"
    })
    void isNotReadFromAnythingElse(String written, String currency) {
        assertThat(Money.read(written, currency)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "01", "1.", ".5", "1e3", "1.23456", "1000000000000000"})
    void isNotMadeOfAnythingElse(String amount) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Money(amount, "KRW"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "krw", "KRWN", "₩"})
    void isOfACurrency(String currency) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Money("1", currency));
    }

    @Test
    void isPositiveAboveZero() {
        assertThat(new Money("0", "KRW").isPositive()).isFalse();
        assertThat(new Money("0.00", "USD").isPositive()).isFalse();
        assertThat(new Money("0.01", "USD").isPositive()).isTrue();
    }
}
