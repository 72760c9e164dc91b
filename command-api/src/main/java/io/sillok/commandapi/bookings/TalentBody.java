package io.sillok.commandapi.bookings;

import io.sillok.platform.web.http.Fields;
import io.sillok.schemas.bookings.Rate;
import io.sillok.schemas.money.Money;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;

/// What can be said of a talent.
record TalentBody(
        @Schema(
                        requiredMode = Schema.RequiredMode.REQUIRED,
                        minLength = 2,
                        maxLength = TalentBody.LONGEST_NAME)
                Optional<String> name,
        @Schema(
                        requiredMode = Schema.RequiredMode.REQUIRED,
                        minLength = 10,
                        maxLength = TalentBody.LONGEST_DESCRIPTION)
                Optional<String> description,
        @Schema(
                        requiredMode = Schema.RequiredMode.REQUIRED,
                        minimum = "10000",
                        maximum = "1000000000",
                        description = "in won")
                Optional<Long> pricePerHour,
        @Schema(example = "010-1234-5678") Optional<String> phone,
        @Schema(defaultValue = "true") Optional<Boolean> isAvailable) {

    static final int LONGEST_NAME = 100;
    static final int LONGEST_DESCRIPTION = 500;

    private static final int LONGEST_PHONE = 20;

    /// Beyond any price the decider would take; it keeps amounts in the form of money.
    private static final long MOST_WON = 1_000_000_000_000L;

    /// In good form.
    record Checked(
            String name,
            String description,
            Money pricePerHour,
            Optional<String> phone,
            boolean available) {}

    /// Checks every field.
    ///
    /// @throws io.sillok.platform.web.problems.ProblemException naming all that is wrong
    Checked checked() {
        Fields fields = new Fields();
        String checkedName = fields.line("name", name, LONGEST_NAME);
        Optional<String> text = fields.text("description", description, LONGEST_DESCRIPTION);
        if (text.isEmpty()) {
            fields.missing("description");
        }
        long won = won(fields);
        Optional<String> number = fields.text("phone", phone, LONGEST_PHONE);
        fields.orThrow();
        return new Checked(
                checkedName,
                text.orElseThrow(),
                Rate.perHour(won),
                number,
                isAvailable.orElse(true));
    }

    private long won(Fields fields) {
        if (pricePerHour.isEmpty()) {
            fields.missing("price_per_hour");
            return 0;
        }
        long won = pricePerHour.get();
        if (won < 0 || won > MOST_WON) {
            fields.wrong("price_per_hour", "must be from 10,000 to 1,000,000,000");
        }
        return won;
    }
}
