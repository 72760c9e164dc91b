package io.sillok.processors.generation.worker;

import io.sillok.schemas.generation.Cost;
import io.sillok.schemas.generation.Usage;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/// What models cost. One that is not listed costs nothing.
///
/// @param currency three letters (ISO 4217)
/// @param models by the name that the endpoint gives them
public record Prices(String currency, Map<String, Price> models) {

    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
    private static final int DECIMALS = 12;

    public Prices {
        models = Map.copyOf(models);
        Cost _ = Cost.none(currency);
    }

    /// Of a million tokens.
    ///
    /// @param prompt of those that the model reads
    /// @param completion of those that it writes
    public record Price(BigDecimal prompt, BigDecimal completion) {

        public Price {
            if (prompt.signum() < 0 || completion.signum() < 0) {
                throw new IllegalArgumentException("nobody is paid for asking");
            }
        }
    }

    /// Reads `gpt-4o=2.50/10,gpt-4o-mini=0.15/0.60`, in which the prices are of a million tokens
    /// read and of a million tokens written.
    ///
    /// @throws IllegalArgumentException when it is anything else
    public static Prices parse(String currency, String list) {
        return new Prices(
                currency,
                Arrays.stream(list.split(",", -1))
                        .map(String::strip)
                        .filter(part -> !part.isEmpty())
                        .map(part -> part.split("[=/]", -1))
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        parts -> parts[0].strip(), Prices::price)));
    }

    /// What these tokens cost, to a trillionth.
    Cost of(String model, Usage usage) {
        Price price = models.get(model);
        if (price == null) {
            return Cost.none(currency);
        }
        BigDecimal amount =
                price.prompt()
                        .multiply(BigDecimal.valueOf(usage.promptTokens()))
                        .add(
                                price.completion()
                                        .multiply(BigDecimal.valueOf(usage.completionTokens())))
                        .divide(MILLION, DECIMALS, RoundingMode.HALF_UP);
        return new Cost(
                amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString(), currency);
    }

    private static Price price(String[] parts) {
        if (parts.length != 3) {
            throw new IllegalArgumentException("a price is model=read/written");
        }
        return new Price(new BigDecimal(parts[1].strip()), new BigDecimal(parts[2].strip()));
    }
}
