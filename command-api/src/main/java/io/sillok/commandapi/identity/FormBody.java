package io.sillok.commandapi.identity;

import static java.util.stream.Collectors.toUnmodifiableMap;

import io.sillok.platform.web.problems.ProblemException;
import io.sillok.schemas.problems.ErrorCode;
import io.sillok.schemas.problems.Problem;
import io.sillok.schemas.problems.Problem.Violation;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The fields of a form (`application/x-www-form-urlencoded`), each at most once.
record FormBody(Map<String, String> fields) {

    private static final int LONGEST_NAME = 200;

    /// A form that is read as strictly as JSON is.
    ///
    /// @throws ProblemException when a field stands there twice, or is none of those known
    static FormBody strict(MultivaluedMap<String, String> form, Set<String> known) {
        form.keySet().stream()
                .filter(name -> !known.contains(name))
                .findFirst()
                .ifPresent(
                        name -> {
                            throw refused("unknown-field", name, "is not a field of this request");
                        });
        return lenient(form);
    }

    /// A form whose unknown fields are ignored, as RFC 6749 wants it.
    ///
    /// @throws ProblemException when a field stands there twice
    static FormBody lenient(MultivaluedMap<String, String> form) {
        form.forEach(
                (name, values) -> {
                    if (values.size() > 1) {
                        throw refused("repeated-field", name, "must be given once");
                    }
                });
        return new FormBody(
                form.entrySet().stream()
                        .collect(
                                toUnmodifiableMap(
                                        Map.Entry::getKey,
                                        field -> String.join("", field.getValue()))));
    }

    /// A field, absent when it is left out or empty.
    Optional<String> field(String name) {
        return Optional.ofNullable(fields.get(name)).filter(value -> !value.isEmpty());
    }

    private static ProblemException refused(String reason, String name, String message) {
        String field = name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
        return ProblemException.of(
                new Problem(
                        ErrorCode.E4001,
                        reason,
                        "A field of the form is not as it should be.",
                        List.of(new Violation(field, message))));
    }
}
