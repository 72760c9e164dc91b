package io.sillok.schemas.problems;

/// The 22 codes that clients may rely on. A code is a class of problem; the `reason` beside it says
/// which one.
public enum ErrorCode {
    E4001(400, "Invalid input"),
    E4002(400, "Required field missing"),
    E4003(401, "Invalid API key"),
    E4004(429, "Rate limit exceeded"),
    E4005(403, "Not permitted"),
    E4006(401, "Not authenticated"),
    E4007(404, "Not found"),
    E4008(409, "Conflicts with the current state"),
    E4009(412, "Stale or missing precondition"),
    E4010(422, "Idempotency key misused"),
    E4011(413, "Too large"),
    E4012(415, "Unsupported media type"),
    E4013(422, "File refused"),
    E5001(504, "Model timed out"),
    E5002(503, "Cache fault"),
    E5003(503, "Database unavailable"),
    E5004(500, "Internal error"),
    E5005(503, "Log unavailable"),
    E5006(503, "Search unavailable"),
    E5007(503, "File store unavailable"),
    E5008(503, "Scanner unavailable"),
    E5009(503, "Read model behind");

    private final int status;
    private final String title;

    ErrorCode(int status, String title) {
        this.status = status;
        this.title = title;
    }

    /// The HTTP status that goes with the code (RFC 9110), unless the problem is a method or media
    /// negotiation matter of HTTP itself.
    public int status() {
        return status;
    }

    /// A short text for people, the same for every occurrence (RFC 9457 `title`).
    public String title() {
        return title;
    }
}
