package io.sillok.schemas.generation;

import static io.sillok.schemas.generation.History.ACCOUNT;
import static io.sillok.schemas.generation.History.ADA;
import static io.sillok.schemas.generation.History.FIRST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.sillok.schemas.personal.UserId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GenerationValuesTest {

    @Nested
    class Ids {

        @Test
        void tellTheirAccount() {
            assertThat(FIRST.account()).isEqualTo(ACCOUNT);
            assertThat(AgentId.of(ACCOUNT, new UUID(1, 2)).account()).isEqualTo(ACCOUNT);
            assertThat(GenerationId.parse(FIRST.toString())).isEqualTo(FIRST);
        }

        @Test
        void areTheSameForTheSameSeed() {
            UUID seed = new UUID(1, 2);

            assertThat(GenerationId.of(ACCOUNT, seed)).isEqualTo(GenerationId.of(ACCOUNT, seed));
            assertThat(GenerationId.of(ACCOUNT, seed).value())
                    .isNotEqualTo(AgentId.of(ACCOUNT, seed).value());
        }

        @Test
        void areOfOnePersonEach() {
            assertThat(AccountId.of(ADA)).isEqualTo(ACCOUNT);
            assertThat(AccountId.of(new UserId(new UUID(0, 2)))).isNotEqualTo(ACCOUNT);
            assertThat(ACCOUNT.toString()).doesNotContain(ADA.toString().substring(0, 8));
        }

        @Test
        void areNoOtherUuids() {
            UUID other = UUID.fromString("01937b6e-5b1e-7a10-8c11-0f2f6f0f2a01");

            assertThat(GenerationId.find(other)).isEmpty();
            assertThat(AgentId.find(other)).isEmpty();
            assertThat(AccountId.find(FIRST.value())).isEmpty();
            assertThatIllegalArgumentException().isThrownBy(() -> new GenerationId(other));
        }

        @Test
        void makeIncidentsThatPeopleCanQuote() {
            assertThat(FIRST.incident(Instant.parse("2026-11-21T23:59:59Z")))
                    .matches("INC-20261121-[0-9A-F]{8}");
        }
    }

    @Nested
    class Periods {

        @ParameterizedTest
        @CsvSource({
            "DAY, 2026-12-31T23:59:59Z, 2026-12-31T00:00:00Z, 2027-01-01T00:00:00Z",
            "DAY, 2027-01-01T00:00:00Z, 2027-01-01T00:00:00Z, 2027-01-02T00:00:00Z",
            "MONTH, 2026-12-31T23:59:59Z, 2026-12-01T00:00:00Z, 2027-01-01T00:00:00Z",
            "MONTH, 2028-02-29T10:00:00Z, 2028-02-01T00:00:00Z, 2028-03-01T00:00:00Z"
        })
        void areThoseOfUtc(BudgetPeriod period, Instant time, Instant beginning, Instant next) {
            assertThat(period.beginning(time)).isEqualTo(beginning);
            assertThat(period.next(beginning)).isEqualTo(next);
        }
    }

    @Nested
    class Costs {

        @Test
        void keepWhatOneTokenCosts() {
            assertThat(new Cost("0.000000425", "USD").plus(new Cost("1", "USD")))
                    .isEqualTo(new Cost("1.000000425", "USD"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "-1", "1e3", "01", ".5", "1.", "1.0000000000001"})
        void areDecimalNumbers(String other) {
            assertThatIllegalArgumentException().isThrownBy(() -> new Cost(other, "USD"));
        }

        @Test
        void areNotAddedToOthers() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Cost.none("USD").plus(Cost.none("KRW")));
        }
    }

    @Test
    void aModelHasAName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Consumption("a\nb", Usage.NONE, Cost.none("USD")));
        assertThatIllegalArgumentException().isThrownBy(() -> new Usage(-1, 0, false));
    }

    @Test
    void aPromptSaysWhatItAsksFor() {
        assertThat(new Prompt.Completion("a", "b", Optional.empty()).kind())
                .isEqualTo(GenerationKind.COMPLETION);
    }
}
