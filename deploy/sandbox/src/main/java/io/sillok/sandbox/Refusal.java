package io.sillok.sandbox;

import java.util.Optional;

/// An answer that is an error, in OpenAI's form.
///
/// @param type the family of the error
/// @param code which one; empty where there is none
/// @param retryAfter seconds, for the header
record Refusal(
        int status,
        String type,
        Optional<String> code,
        String message,
        Optional<Integer> retryAfter) {

    static Refusal malformed(String message) {
        return new Refusal(
                400, "invalid_request_error", Optional.empty(), message, Optional.empty());
    }

    static Refusal wrongKey() {
        return new Refusal(
                401,
                "invalid_request_error",
                Optional.of("invalid_api_key"),
                "Incorrect API key provided.",
                Optional.empty());
    }

    static Refusal unknownModel() {
        return new Refusal(
                404,
                "invalid_request_error",
                Optional.of("model_not_found"),
                "The only model here is called sandbox.",
                Optional.empty());
    }

    static Refusal limited(int retryAfter) {
        return new Refusal(
                429,
                "rate_limit_error",
                Optional.of("rate_limit_exceeded"),
                "Rate limit reached.",
                Optional.of(retryAfter));
    }

    static Refusal broken() {
        return new Refusal(
                500,
                "server_error",
                Optional.empty(),
                "The server had an error.",
                Optional.empty());
    }
}
