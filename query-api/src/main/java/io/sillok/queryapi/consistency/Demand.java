package io.sillok.queryapi.consistency;

import io.sillok.platform.kafka.ConsistencyToken;
import io.sillok.platform.web.http.Preferences;
import io.sillok.platform.web.problems.ProblemException;
import io.sillok.schemas.problems.ErrorCode;
import io.sillok.schemas.problems.Problem;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// How fresh a caller wants the answer to be, as the request's headers say.
///
/// @param tokens what the caller has seen
/// @param strong everything that was committed before the request
/// @param lenient a stale answer is better than none
record Demand(List<ConsistencyToken> tokens, boolean strong, boolean lenient) {

    static final String TOKEN = "Consistency-Token";
    static final String CONSISTENCY = "Consistency";
    static final String PREFER = "Prefer";

    private static final int MOST_TOKENS = 16;

    Demand {
        if (tokens.size() > MOST_TOKENS) {
            throw invalidToken("Send at most " + MOST_TOKENS + " tokens.");
        }
        tokens = List.copyOf(tokens);
    }

    /// Reads the headers, each of which may come several times.
    ///
    /// @throws ProblemException when a token is not one, or the consistency asked for is unknown
    static Demand parse(List<String> tokens, List<String> consistency, List<String> prefer) {
        return new Demand(
                words(tokens).map(Demand::token).toList(),
                words(consistency).anyMatch(Demand::isStrong),
                Preferences.of(prefer).lenient());
    }

    boolean isNothing() {
        return tokens.isEmpty() && !strong;
    }

    static ProblemException invalidToken(String detail) {
        return ProblemException.of(
                Problem.of(ErrorCode.E4001, "consistency-token-invalid", detail));
    }

    private static Stream<String> words(List<String> values) {
        return values.stream()
                .flatMap(value -> Stream.of(value.split(",")))
                .map(String::strip)
                .filter(word -> !word.isEmpty());
    }

    private static ConsistencyToken token(String text) {
        Optional<ConsistencyToken> token = ConsistencyToken.parse(text);
        return token.orElseThrow(
                () ->
                        invalidToken(
                                "Send the header Consistency-Token exactly as it was received."));
    }

    private static boolean isStrong(String word) {
        return switch (word) {
            case "strong" -> true;
            case "eventual" -> false;
            default ->
                    throw ProblemException.of(
                            Problem.of(
                                    ErrorCode.E4001,
                                    "consistency-unknown",
                                    "The header Consistency is strong or eventual."));
        };
    }
}
