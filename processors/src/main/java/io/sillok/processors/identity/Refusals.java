package io.sillok.processors.identity;

import io.sillok.processors.engine.Decision;
import io.sillok.schemas.envelope.Actor;
import io.sillok.schemas.envelope.Role;
import io.sillok.schemas.personal.UserId;
import io.sillok.schemas.problems.ErrorCode;
import io.sillok.schemas.problems.Problem;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/// The refusals that several deciders of identity have in common. Stateless.
final class Refusals {

    static final Problem INACTIVE =
            Problem.of(ErrorCode.E4005, "user-inactive", "The account is not active.");

    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    private Refusals() {}

    /// What is decided, unless it is refused.
    static <E> Decision<E> unless(Optional<Problem> refusal, Supplier<Decision<E>> decision) {
        return refusal.<Decision<E>>map(Decision.Rejected::new).orElseGet(decision);
    }

    /// For what only the person may do, or the platform for them.
    static Optional<Problem> stranger(UserId holder, Actor actor) {
        return actor.isSystem() || isSelf(holder, actor)
                ? Optional.empty()
                : refuse(ErrorCode.E4005, "holder-required", "Only the holder may do this.");
    }

    /// For what administrators may do as well.
    static Optional<Problem> bystander(UserId holder, Actor actor) {
        return actor.has(Role.ADMIN) ? Optional.empty() : stranger(holder, actor);
    }

    /// For what only follows from events.
    static Optional<Problem> anybody(Actor actor) {
        return actor.isSystem()
                ? Optional.empty()
                : refuse(
                        ErrorCode.E4005,
                        "platform-required",
                        "Only the platform itself may do this.");
    }

    static Optional<Problem> digest(String digest) {
        return DIGEST.matcher(digest).matches()
                ? Optional.empty()
                : refuse(
                        ErrorCode.E4001,
                        "digest-invalid",
                        "A digest has 64 hexadecimal digits in lower case.");
    }

    static boolean isSelf(UserId holder, Actor actor) {
        return actor.id().equals(holder.toString());
    }

    static Optional<Problem> refuse(ErrorCode code, String reason, String detail) {
        return Optional.of(Problem.of(code, reason, detail));
    }
}
