package io.sillok.commandapi.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sillok.platform.web.http.Fields;
import io.sillok.platform.web.problems.ProblemException;
import io.sillok.schemas.money.Money;
import io.sillok.schemas.problems.Problem.Violation;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ItemTextTest {

    @Test
    void costsWonUnlessItSaysOtherwise() {
        assertThat(text(Optional.of(" 359000.0 "), Optional.empty()).price())
                .isEqualTo(new Money("359000", "KRW"));
        assertThat(text(Optional.of("12.5"), Optional.of("USD")).price())
                .isEqualTo(new Money("12.50", "USD"));
    }

    @ParameterizedTest
    @CsvSource({
        "0, KRW, price",
        "-1, KRW, price",
        "0.5, KRW, price",
        "1e3, KRW, price",
        "x, KRW, price",
        "1, krw, currency",
        "1, XTS, currency"
    })
    void namesWhatIsWrong(String price, String currency, String field) {
        assertThatThrownBy(() -> text(Optional.of(price), Optional.of(currency)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e ->
                                assertThat(e.problem().violations())
                                        .extracting(Violation::field)
                                        .containsExactly(field));
    }

    @Test
    void isNotForFree() {
        assertThatThrownBy(() -> text(Optional.empty(), Optional.empty()))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().reason()).isEqualTo("field-required"));
    }

    private static ItemText text(Optional<String> price, Optional<String> currency) {
        Fields fields = new Fields();
        ItemText text = ItemText.of(fields, Optional.of("에어팟"), Optional.empty(), price, currency);
        fields.orThrow();
        return text;
    }
}
