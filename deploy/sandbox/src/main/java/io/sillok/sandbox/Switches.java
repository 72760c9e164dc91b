package io.sillok.sandbox;

import java.time.Duration;
import java.util.OptionalInt;

/// How an answer is given.
///
/// Written as `first=200,each=20,tokens=300,fault=cut@10`, in any order, each part optional; where
/// a name may not have these signs, as `first-200:each-20:tokens-300:fault-cut@10`.
///
/// @param first pause before the first token
/// @param each pause before every further one
/// @param tokens how many an answer has; empty: as many as its template
/// @param fault what goes wrong
public record Switches(Duration first, Duration each, OptionalInt tokens, Fault fault) {

    public static final Switches USUAL =
            new Switches(
                    Duration.ZERO, Duration.ofMillis(20), OptionalInt.empty(), new Fault.None());

    /// These, changed by what is written.
    ///
    /// @throws IllegalArgumentException when a part is none of the above
    public Switches with(String written) {
        Switches changed = this;
        for (String part : written.split("[,:]", -1)) {
            if (!part.isBlank()) {
                changed = changed.withPart(part.strip());
            }
        }
        return changed;
    }

    private Switches withPart(String part) {
        String[] pair = part.split("[=-]", 2);
        String value = pair[pair.length - 1];
        return switch (pair[0]) {
            case "first" -> new Switches(millis(value), each, tokens, fault);
            case "each" -> new Switches(first, millis(value), tokens, fault);
            case "tokens" ->
                    new Switches(first, each, OptionalInt.of(Integer.parseInt(value)), fault);
            case "fault" -> new Switches(first, each, tokens, Fault.parse(value));
            default -> throw new IllegalArgumentException("no switch is called " + part);
        };
    }

    private static Duration millis(String value) {
        return Duration.ofMillis(Long.parseLong(value));
    }
}
