package io.sillok.processors.bookings;

import io.sillok.schemas.bookings.Rate;
import io.sillok.schemas.money.Money;
import io.sillok.schemas.problems.ErrorCode;
import io.sillok.schemas.problems.Problem;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/// What an administrator says of a talent.
record Portrait(String name, String description, Money pricePerHour, Optional<String> phone) {

    private static final int SHORTEST_NAME = 2;
    private static final int LONGEST_NAME = 100;
    private static final int SHORTEST_DESCRIPTION = 10;
    private static final int LONGEST_DESCRIPTION = 500;
    private static final BigDecimal LOWEST_PRICE = BigDecimal.valueOf(10_000);
    private static final BigDecimal HIGHEST_PRICE = BigDecimal.valueOf(1_000_000_000);

    /// A Korean mobile number with its hyphens.
    private static final Pattern PHONE = Pattern.compile("01[0-9]-[0-9]{4}-[0-9]{4}");

    /// What is wrong with it; empty when nothing is.
    Optional<Problem> refusal() {
        if (!isWithin(name, SHORTEST_NAME, LONGEST_NAME)) {
            return refuse("name-length", "A name has 2 to 100 characters.");
        }
        if (!isWithin(description, SHORTEST_DESCRIPTION, LONGEST_DESCRIPTION)) {
            return refuse("description-length", "A description has 10 to 500 characters.");
        }
        if (!isPayable()) {
            return refuse(
                    "price-range",
                    "An hour costs a whole number of won from 10,000 to 1,000,000,000.");
        }
        if (phone.filter(number -> !PHONE.matcher(number).matches()).isPresent()) {
            return refuse("phone-form", "A phone number has the form 01N-NNNN-NNNN.");
        }
        return Optional.empty();
    }

    private boolean isPayable() {
        BigDecimal price = pricePerHour.value();
        return pricePerHour.currency().equals(Rate.CURRENCY)
                && price.stripTrailingZeros().scale() <= 0
                && price.compareTo(LOWEST_PRICE) >= 0
                && price.compareTo(HIGHEST_PRICE) <= 0;
    }

    /// Counts as people do: in code points, without the blanks around them.
    private static boolean isWithin(String text, int min, int max) {
        String stripped = text.strip();
        int length = stripped.codePointCount(0, stripped.length());
        return length >= min && length <= max;
    }

    private static Optional<Problem> refuse(String reason, String detail) {
        return Optional.of(Problem.of(ErrorCode.E4001, reason, detail));
    }
}
