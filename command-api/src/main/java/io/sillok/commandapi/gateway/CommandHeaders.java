package io.sillok.commandapi.gateway;

import io.sillok.platform.web.access.Caller;
import io.sillok.platform.web.exchange.Exchange;
import io.sillok.platform.web.http.EntityTags;
import io.sillok.platform.web.http.EntityTags.Any;
import io.sillok.platform.web.http.EntityTags.Listed;
import io.sillok.platform.web.http.Preferences;
import io.sillok.platform.web.problems.ProblemException;
import io.sillok.schemas.envelope.Actor;
import io.sillok.schemas.envelope.Ids;
import io.sillok.schemas.problems.ErrorCode;
import io.sillok.schemas.problems.Problem;
import io.sillok.schemas.problems.Problem.Violation;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.regex.Pattern;

/// What stands around the body of a request that becomes a command: who sends it, on which
/// conditions, how long they would wait.
///
/// @param correlation names the request in every command and event that follows from it
/// @param expectedVersion from `If-Match`; empty when any version will do
/// @param idempotencyKey as the caller sent it
/// @param usualWait how long who does not say waits for the outcome
public record CommandHeaders(
        Actor actor,
        UUID correlation,
        String traceparent,
        Preferences preferences,
        OptionalLong expectedVersion,
        Optional<String> idempotencyKey,
        Duration usualWait) {

    private static final String IF_MATCH = "If-Match";
    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";
    private static final Pattern ACCEPTABLE_KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");

    /// Reads the headers of a request.
    ///
    /// @throws ProblemException when one of them is malformed or can never be fulfilled
    public static CommandHeaders of(Caller caller, HttpServletRequest request) {
        return of(caller.actor(), request);
    }

    /// Reads the headers of a request that takes no token.
    ///
    /// @param actor whom the request itself shows to be its sender
    /// @throws ProblemException when one of them is malformed or can never be fulfilled
    public static CommandHeaders of(Actor actor, HttpServletRequest request) {
        Exchange exchange = Exchange.of(request);
        return new CommandHeaders(
                actor,
                exchange.id(),
                exchange.trace().toString(),
                Preferences.of(lines(request, "Prefer")),
                expectedVersion(lines(request, IF_MATCH)),
                keyOf(request),
                CommandGateway.USUAL_WAIT);
    }

    /// The `Idempotency-Key` of a request, if it has one.
    ///
    /// @throws ProblemException when it is malformed
    public static Optional<String> keyOf(HttpServletRequest request) {
        return idempotencyKey(lines(request, IDEMPOTENCY_KEY));
    }

    /// The same request sending another command, which is not what its conditions and preferences
    /// are about.
    ///
    /// @param other who sends that one
    public static CommandHeaders within(HttpServletRequest request, Actor other) {
        Exchange exchange = Exchange.of(request);
        return new CommandHeaders(
                other,
                exchange.id(),
                exchange.trace().toString(),
                Preferences.of(List.of()),
                OptionalLong.empty(),
                Optional.empty(),
                CommandGateway.USUAL_WAIT);
    }

    /// The same for a command whose outcome nobody waits for.
    public CommandHeaders withoutWaiting() {
        return new CommandHeaders(
                actor,
                correlation,
                traceparent,
                new Preferences(true, Optional.empty(), false),
                expectedVersion,
                idempotencyKey,
                usualWait);
    }

    /// The same for a command that takes longer than others.
    ///
    /// @param other how long who does not say waits for it
    public CommandHeaders waiting(Duration other) {
        return new CommandHeaders(
                actor,
                correlation,
                traceparent,
                preferences,
                expectedVersion,
                idempotencyKey,
                other);
    }

    /// The same request for a create that is repeated by other means than its sender's: under a key
    /// that belongs to what is made of it. No client can send one with a space.
    public CommandHeaders repeatedAs(String kind, UUID what) {
        return new CommandHeaders(
                actor,
                correlation,
                traceparent,
                preferences,
                OptionalLong.empty(),
                Optional.of(kind + " " + what),
                usualWait);
    }

    /// The id of the resource that a create makes: the same again when the same caller repeats the
    /// request under the same Idempotency-Key.
    public UUID newId(String collection, Clock clock) {
        return idempotencyKey
                .map(key -> Ids.named(scoped(collection, key)))
                .orElseGet(() -> Ids.timeOrdered(clock.instant()));
    }

    /// The same for a command whose subject must have no history: its id may be one that was in use
    /// and that its decider has forgotten.
    public CommandHeaders beforeAnyHistory() {
        return new CommandHeaders(
                actor,
                correlation,
                traceparent,
                preferences,
                OptionalLong.of(0),
                idempotencyKey,
                usualWait);
    }

    /// The caller's key, told apart from the same key of other callers and on other routes.
    static String scoped(String collection, String actor, String key) {
        return "POST " + collection + "|" + actor.length() + "|" + actor + "|" + key;
    }

    private String scoped(String collection, String key) {
        return scoped(collection, actor.id(), key);
    }

    private static OptionalLong expectedVersion(List<String> lines) {
        Optional<EntityTags> tags = EntityTags.parse(IF_MATCH, lines);
        return tags.isEmpty()
                ? OptionalLong.empty()
                : switch (tags.get()) {
                    case Any _ -> OptionalLong.empty();
                    case Listed listed -> only(listed.strongVersions());
                };
    }

    private static OptionalLong only(List<Long> versions) {
        if (versions.isEmpty()) {
            throw ProblemException.of(
                    Problem.of(
                            ErrorCode.E4009,
                            "stale-version",
                            "If-Match names no version that this resource can have."));
        }
        if (versions.size() > 1) {
            throw malformed("several-versions", IF_MATCH, "must name one version");
        }
        return OptionalLong.of(versions.getFirst());
    }

    private static Optional<String> idempotencyKey(List<String> lines) {
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        if (lines.size() > 1 || !ACCEPTABLE_KEY.matcher(lines.getFirst()).matches()) {
            throw malformed(
                    "malformed-idempotency-key",
                    IDEMPOTENCY_KEY,
                    "must be 1 to 255 visible ASCII characters, once");
        }
        return Optional.of(lines.getFirst());
    }

    private static ProblemException malformed(String reason, String header, String message) {
        return ProblemException.of(
                new Problem(
                        ErrorCode.E4001,
                        reason,
                        "A header is not as it should be.",
                        List.of(new Violation(header, message))));
    }

    private static List<String> lines(HttpServletRequest request, String header) {
        return Collections.list(request.getHeaders(header));
    }
}
