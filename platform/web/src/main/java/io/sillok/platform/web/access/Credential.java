package io.sillok.platform.web.access;

import io.sillok.platform.web.problems.ProblemException;
import io.sillok.schemas.problems.ErrorCode;
import io.sillok.schemas.problems.Problem;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What a caller proves with who they are: a token in `Authorization: Bearer` (RFC 6750), or an API
/// key in `X-API-Key`. Neither is ever looked for in the query or in a form: it would end up in
/// logs.
sealed interface Credential {

    record Token(String text) implements Credential {}

    record Key(String text) implements Credential {}

    String API_KEY = "X-API-Key";
    String SCHEME = "bearer ";

    /// The one of a request.
    ///
    /// @throws ProblemException when there is none, or more than one
    static Credential of(MultivaluedMap<String, String> headers) {
        List<String> tokens = headers.getOrDefault(HttpHeaders.AUTHORIZATION, List.of());
        List<String> keys = headers.getOrDefault(API_KEY, List.of());
        if (keys.isEmpty()) {
            return new Token(token(tokens));
        }
        if (keys.size() > 1 || !tokens.isEmpty()) {
            throw refusedKey("several-credentials", "Send one token or one API key, not both.");
        }
        return new Key(keys.getFirst().strip());
    }

    private static String token(List<String> headers) {
        if (headers.isEmpty()) {
            throw refusedToken(
                    "token-missing",
                    "Send a token in the header Authorization: Bearer, or an API key in X-API-Key.",
                    "Bearer realm=\"sillok\"");
        }
        String header = headers.getFirst();
        if (headers.size() > 1 || !header.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
            throw refusedToken(
                    "token-missing",
                    "Send one token in the header Authorization: Bearer.",
                    "Bearer realm=\"sillok\", error=\"invalid_request\"");
        }
        return header.substring(SCHEME.length()).strip();
    }

    /// A token that does not count.
    static ProblemException invalidToken(String reason) {
        return refusedToken(
                reason,
                "The token is not valid; obtain a new one.",
                "Bearer realm=\"sillok\", error=\"invalid_token\"");
    }

    /// A key that does not count. Whether there ever was such a key is not told.
    static ProblemException invalidKey() {
        return refusedKey("api-key-refused", "The API key is not valid, or not any more.");
    }

    private static ProblemException refusedToken(String reason, String detail, String challenge) {
        return refused(ErrorCode.E4006, reason, detail, challenge);
    }

    private static ProblemException refusedKey(String reason, String detail) {
        return refused(ErrorCode.E4003, reason, detail, "Bearer realm=\"sillok\"");
    }

    private static ProblemException refused(
            ErrorCode code, String reason, String detail, String challenge) {
        return ProblemException.of(Problem.of(code, reason, detail))
                .withHeaders(Map.of(HttpHeaders.WWW_AUTHENTICATE, challenge));
    }
}
