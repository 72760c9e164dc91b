package io.sillok.processors.identity;

import static io.sillok.processors.identity.Refusals.refuse;
import static io.sillok.processors.identity.Refusals.unless;

import io.sillok.processors.engine.Decider;
import io.sillok.processors.engine.Decision;
import io.sillok.processors.engine.Kept;
import io.sillok.processors.engine.References;
import io.sillok.schemas.envelope.Actor;
import io.sillok.schemas.envelope.CommandEnvelope;
import io.sillok.schemas.envelope.EventEnvelope;
import io.sillok.schemas.envelope.Subject;
import io.sillok.schemas.identity.ApiKey;
import io.sillok.schemas.identity.ApiKeyCommand;
import io.sillok.schemas.identity.ApiKeyCommand.Issue;
import io.sillok.schemas.identity.ApiKeyCommand.Restrict;
import io.sillok.schemas.identity.ApiKeyCommand.Revoke;
import io.sillok.schemas.identity.ApiKeyEvent;
import io.sillok.schemas.identity.ApiKeyResource;
import io.sillok.schemas.identity.Credential;
import io.sillok.schemas.identity.EndReason;
import io.sillok.schemas.problems.ErrorCode;
import io.sillok.schemas.problems.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The rules of API keys: their owner makes them, for some time and some purposes; owner or
/// administrator revokes them; none outlives what its owner may do.
final class ApiKeyDecider implements Decider<ApiKeyCommand, KeyRing, ApiKeyEvent> {

    static final int MOST_KEYS = 50;
    static final Duration USUAL = Duration.ofDays(90);

    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofDays(366);
    private static final int LONGEST_NAME = 100;
    private static final int MOST_SCOPES = 20;
    private static final Pattern SCOPE = Pattern.compile("[a-z][a-z-]{0,29}:[a-z][a-z-]{0,29}");

    @Override
    public Class<ApiKeyCommand> commands() {
        return ApiKeyCommand.class;
    }

    @Override
    public Class<KeyRing> states() {
        return KeyRing.class;
    }

    @Override
    public Class<ApiKeyEvent> events() {
        return ApiKeyEvent.class;
    }

    @Override
    public KeyRing initial() {
        return KeyRing.EMPTY;
    }

    @Override
    public Decision<ApiKeyEvent> decide(
            KeyRing ring, CommandEnvelope<ApiKeyCommand> command, References references) {
        Actor actor = command.actor();
        Instant now = command.time();
        return switch (command.command()) {
            case Issue issue ->
                    unless(notIssuable(ring, issue, actor, now), () -> issue(ring, issue, now));
            case Revoke revoke ->
                    unless(Refusals.bystander(revoke.owner(), actor), () -> revoke(ring, revoke));
            case Restrict restrict ->
                    unless(Refusals.anybody(actor), () -> restrict(ring, restrict));
        };
    }

    @Override
    public KeyRing evolve(KeyRing ring, EventEnvelope<ApiKeyEvent> event) {
        return ring.after(event);
    }

    @Override
    public Subject subject(ApiKeyEvent event) {
        return event.subject();
    }

    @Override
    public Optional<Object> represent(KeyRing ring, Subject subject) {
        return ring.keys().stream()
                .filter(key -> key.id().subject().equals(subject))
                .<Object>map(ApiKeyResource::of)
                .findFirst();
    }

    private static Optional<Problem> notIssuable(
            KeyRing ring, Issue issue, Actor actor, Instant now) {
        return Refusals.stranger(issue.owner(), actor)
                .or(() -> ring.barred() ? Optional.of(Refusals.INACTIVE) : Optional.empty())
                .or(() -> misshapen(issue))
                .or(() -> expiresWrongly(issue, now))
                .or(() -> Refusals.digest(issue.digest()))
                .or(() -> tooMuch(ring, issue, now));
    }

    private static Optional<Problem> misshapen(Issue issue) {
        if (issue.name().isEmpty()) {
            return refuse(ErrorCode.E4002, "name-missing", "A key has a name.");
        }
        String name = issue.name().get();
        if (name.isBlank() || name.codePointCount(0, name.length()) > LONGEST_NAME) {
            return refuse(ErrorCode.E4001, "name-length", "A name has 1 to 100 characters.");
        }
        boolean known = issue.scopes().stream().allMatch(scope -> SCOPE.matcher(scope).matches());
        return known && !issue.scopes().isEmpty() && issue.scopes().size() <= MOST_SCOPES
                ? Optional.empty()
                : refuse(
                        ErrorCode.E4001,
                        "scopes-invalid",
                        "A key has 1 to 20 scopes, written like catalog:write.");
    }

    private static Optional<Problem> expiresWrongly(Issue issue, Instant now) {
        Instant end = expiry(issue, now);
        return end.isBefore(now.plus(SHORTEST)) || end.isAfter(now.plus(LONGEST))
                ? refuse(
                        ErrorCode.E4001,
                        "expiry-out-of-range",
                        "A key lasts between a minute and a year.")
                : Optional.empty();
    }

    private static Optional<Problem> tooMuch(KeyRing ring, Issue issue, Instant now) {
        if (ring.find(issue.apiKey()).isPresent()) {
            return refuse(ErrorCode.E4008, "api-key-exists", "There is a key with this id.");
        }
        return ring.keys().stream().filter(key -> key.counts(now)).count() < MOST_KEYS
                ? Optional.empty()
                : refuse(
                        ErrorCode.E4008,
                        "too-many-api-keys",
                        "Nobody has more than 50 keys at a time.");
    }

    private static Decision<ApiKeyEvent> issue(KeyRing ring, Issue issue, Instant now) {
        List<ApiKeyEvent> events = new ArrayList<>();
        ring.keys().stream()
                .filter(key -> !key.counts(now))
                .forEach(old -> events.add(revoked(old, EndReason.EXPIRED)));
        events.add(
                new ApiKeyEvent.Issued(
                        issue.apiKey(),
                        issue.owner(),
                        issue.name(),
                        issue.scopes(),
                        expiry(issue, now)));
        return new Decision.Accepted<>(
                events,
                List.of(
                        new Kept(
                                issue.apiKey().subject(),
                                new Credential.ApiKeyDigest(
                                        issue.apiKey(), issue.owner(), issue.digest()))));
    }

    private static Decision<ApiKeyEvent> revoke(KeyRing ring, Revoke revoke) {
        return ring.find(revoke.apiKey())
                .map(key -> Decision.accept(revoked(key, EndReason.REVOKED)))
                .orElseGet(
                        () ->
                                Decision.reject(
                                        ErrorCode.E4007,
                                        "api-key-not-found",
                                        "There is no such key."));
    }

    private static Decision<ApiKeyEvent> restrict(KeyRing ring, Restrict restrict) {
        List<ApiKeyEvent> events = new ArrayList<>();
        ring.keys().forEach(key -> events.add(revoked(key, restrict.reason())));
        if (restrict.barred() != ring.barred()) {
            events.add(new ApiKeyEvent.Restricted(restrict.owner(), restrict.barred()));
        }
        return new Decision.Accepted<>(events);
    }

    private static Instant expiry(Issue issue, Instant now) {
        return issue.expiresAt().orElse(now.plus(USUAL));
    }

    private static ApiKeyEvent revoked(ApiKey key, EndReason reason) {
        return new ApiKeyEvent.Revoked(key.id(), key.owner(), reason);
    }
}
