package io.sillok.queryapi.stage;

import java.math.BigDecimal;
import java.util.stream.Stream;

/// How much there is to be read: 200,000 items, 50,000 posts, 10,000 talents and 20,000 bookings,
/// times a factor. `-Dsillok.scale=1,10` asks for several factors, one after the other.
public record Scale(BigDecimal times) {

    private static final String ASKED = "sillok.scale";

    public int items() {
        return of(200_000);
    }

    public int posts() {
        return of(50_000);
    }

    public int talents() {
        return of(10_000);
    }

    public int bookings() {
        return of(20_000);
    }

    private int of(int once) {
        return times.multiply(BigDecimal.valueOf(once)).intValueExact();
    }

    static boolean isAsked() {
        return System.getProperty(ASKED) != null;
    }

    static Stream<Scale> asked(String usually) {
        return Stream.of(System.getProperty(ASKED, usually).split(",", -1))
                .map(factor -> new Scale(new BigDecimal(factor.strip())));
    }

    @Override
    public String toString() {
        return times.toPlainString() + "x";
    }
}
