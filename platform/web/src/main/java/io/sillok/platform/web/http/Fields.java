package io.sillok.platform.web.http;

import io.sillok.platform.web.problems.ProblemException;
import io.sillok.schemas.envelope.Ids;
import io.sillok.schemas.problems.ErrorCode;
import io.sillok.schemas.problems.Problem;
import io.sillok.schemas.problems.Problem.Violation;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Checks the fields of one request and collects all that is wrong with them, so that a caller
/// learns everything at once. Not thread-safe; used once.
///
/// Text is normalised to NFC and trimmed before it is measured, in Unicode characters. Methods
/// answer a stand-in for a field that is wrong; call [#orThrow()] before using any.
public final class Fields {

    private static final UUID NO_UUID = new UUID(0, 0);

    private final List<Violation> violations = new ArrayList<>();
    private boolean onlyMissing = true;

    /// A line of text that must be there.
    ///
    /// @param max in characters, after trimming
    public String line(String field, Optional<String> value, int max) {
        String text = value.map(Fields::normalised).orElse("");
        if (value.isEmpty()) {
            violations.add(new Violation(field, "is required"));
        } else if (text.isEmpty()) {
            wrong(field, "must not be blank");
        } else {
            checkText(field, text, max, false);
        }
        return text;
    }

    /// Text of several lines that may be left out; blank is as good as left out.
    public Optional<String> text(String field, Optional<String> value, int max) {
        Optional<String> text = value.map(Fields::normalised).filter(t -> !t.isEmpty());
        text.ifPresent(present -> checkText(field, present, max, true));
        return text;
    }

    /// An id that may be left out.
    public Optional<UUID> uuid(String field, Optional<String> value) {
        return value.map(
                text -> {
                    Optional<UUID> id = Ids.find(text);
                    if (id.isEmpty()) {
                        wrong(field, "must be a UUID");
                    }
                    return id.orElse(NO_UUID);
                });
    }

    /// Notes that something must be there and is not.
    public void missing(String field) {
        violations.add(new Violation(field, "is required"));
    }

    /// Notes that something is wrong with a field.
    public void wrong(String field, String message) {
        onlyMissing = false;
        violations.add(new Violation(field, message));
    }

    /// Whether nothing is missing or wrong so far.
    public boolean areRight() {
        return violations.isEmpty();
    }

    /// Ends the request when anything was wrong.
    ///
    /// @throws ProblemException E4002 when fields are missing and nothing else is wrong, else E4001
    public void orThrow() {
        if (violations.isEmpty()) {
            return;
        }
        throw ProblemException.of(
                onlyMissing
                        ? new Problem(
                                ErrorCode.E4002,
                                "field-required",
                                "A required field is missing.",
                                violations)
                        : new Problem(
                                ErrorCode.E4001,
                                "invalid-field",
                                "A field is not as it should be.",
                                violations));
    }

    private void checkText(String field, String text, int max, boolean lines) {
        if (text.codePointCount(0, text.length()) > max) {
            wrong(field, "must have at most " + max + " characters");
        }
        if (text.codePoints().anyMatch(c -> isForbidden(c, lines))) {
            wrong(field, "must not hold control characters");
        }
    }

    private static boolean isForbidden(int character, boolean lines) {
        if (lines && (character == '\n' || character == '\r' || character == '\t')) {
            return false;
        }
        return Character.isISOControl(character)
                || Character.getType(character) == Character.SURROGATE
                || character == 0x2028
                || character == 0x2029;
    }

    private static String normalised(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).strip();
    }
}
