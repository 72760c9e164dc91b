package io.sillok.processors.identity;

import static io.sillok.processors.identity.Refusals.refuse;
import static io.sillok.processors.identity.Refusals.unless;

import io.sillok.processors.engine.Decider;
import io.sillok.processors.engine.Decision;
import io.sillok.processors.engine.Kept;
import io.sillok.processors.engine.References;
import io.sillok.processors.engine.claims.Claim;
import io.sillok.schemas.envelope.Actor;
import io.sillok.schemas.envelope.CommandEnvelope;
import io.sillok.schemas.envelope.EventEnvelope;
import io.sillok.schemas.envelope.Role;
import io.sillok.schemas.envelope.Subject;
import io.sillok.schemas.identity.Credential;
import io.sillok.schemas.identity.ExternalIdentity;
import io.sillok.schemas.identity.User;
import io.sillok.schemas.identity.UserCommand;
import io.sillok.schemas.identity.UserCommand.Administer;
import io.sillok.schemas.identity.UserCommand.ChangeDetails;
import io.sillok.schemas.identity.UserCommand.ChangePassword;
import io.sillok.schemas.identity.UserCommand.ChangeProfile;
import io.sillok.schemas.identity.UserCommand.Erase;
import io.sillok.schemas.identity.UserCommand.LinkExternal;
import io.sillok.schemas.identity.UserCommand.Register;
import io.sillok.schemas.identity.UserCommand.RegisterExternal;
import io.sillok.schemas.identity.UserCommand.Rehash;
import io.sillok.schemas.identity.UserEvent;
import io.sillok.schemas.identity.UserResource;
import io.sillok.schemas.personal.UserId;
import io.sillok.schemas.problems.ErrorCode;
import io.sillok.schemas.problems.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The rules of accounts: anybody may open one, its holder changes it, administrators say what the
/// holder may do, either of them ends it. E-mail address, user name and identities elsewhere are
/// had by one account only.
final class UserDecider implements Decider<UserCommand, UserState, UserEvent> {

    private static final int MOST_IDENTITIES = 5;

    @Override
    public Class<UserCommand> commands() {
        return UserCommand.class;
    }

    @Override
    public Class<UserState> states() {
        return UserState.class;
    }

    @Override
    public Class<UserEvent> events() {
        return UserEvent.class;
    }

    @Override
    public UserState initial() {
        return UserState.NONE;
    }

    @Override
    public Decision<UserEvent> decide(
            UserState state, CommandEnvelope<UserCommand> command, References references) {
        Actor actor = command.actor();
        return switch (command.command()) {
            case Register register -> register(state, register);
            case RegisterExternal register -> register(state, register);
            case LinkExternal(_, var identity) ->
                    unless(
                            forHolder(state, actor).or(() -> UserShape.identity(identity)),
                            () -> link(holder(state), identity));
            case ChangeDetails change ->
                    unless(
                            forHolder(state, actor).or(() -> misshapen(holder(state), change)),
                            () -> change(holder(state), change));
            case ChangeProfile change ->
                    unless(forHolder(state, actor), () -> change(holder(state), change));
            case ChangePassword(var user, var hash, var session) ->
                    unless(
                            forHolder(state, actor).or(() -> UserShape.hash(hash)),
                            () ->
                                    Decision.accept(
                                            new UserEvent.PasswordChanged(user, session),
                                            password(user, hash)));
            case Rehash rehash ->
                    unless(
                            forHolder(state, actor)
                                    .or(() -> UserShape.hash(rehash.passwordHash()))
                                    .or(() -> outdated(holder(state), rehash)),
                            () ->
                                    Decision.accept(
                                            new UserEvent.PasswordRehashed(rehash.user()),
                                            password(rehash.user(), rehash.passwordHash())));
            case Administer administer ->
                    unless(
                            notAdministrable(state, administer, actor),
                            () -> administer(holder(state), administer));
            case Erase(var user) ->
                    unless(
                            notErasable(state, actor),
                            () -> Decision.accept(new UserEvent.Erased(user)));
        };
    }

    @Override
    public UserState evolve(UserState state, EventEnvelope<UserEvent> event) {
        return new UserState(Optional.of(User.evolve(state.user(), event)));
    }

    @Override
    public Subject subject(UserEvent event) {
        return event.subject();
    }

    @Override
    public List<Claim> claims(UserState state) {
        return state.known().map(UserClaims::of).orElse(List.of());
    }

    @Override
    public Optional<Object> represent(UserState state, Subject subject) {
        return state.known().map(UserResource::of);
    }

    private static Decision<UserEvent> register(UserState state, Register command) {
        return unless(
                inUse(state)
                        .or(() -> UserShape.email(command.email()))
                        .or(() -> UserShape.username(command.username()))
                        .or(() -> UserShape.fullName(command.fullName()))
                        .or(() -> UserShape.hash(command.passwordHash())),
                () ->
                        Decision.accept(
                                new UserEvent.Registered(
                                        command.user(),
                                        command.email(),
                                        command.username(),
                                        command.fullName(),
                                        List.of(Role.USER),
                                        true),
                                password(command.user(), command.passwordHash())));
    }

    private static Decision<UserEvent> register(UserState state, RegisterExternal command) {
        return unless(
                inUse(state)
                        .or(() -> command.email().flatMap(_ -> UserShape.email(command.email())))
                        .or(() -> UserShape.username(command.username()))
                        .or(() -> UserShape.fullName(command.fullName()))
                        .or(() -> UserShape.identity(command.identity())),
                () ->
                        new Decision.Accepted<>(
                                List.of(
                                        new UserEvent.Registered(
                                                command.user(),
                                                command.email(),
                                                command.username(),
                                                command.fullName(),
                                                List.of(Role.USER),
                                                false),
                                        new UserEvent.ExternalLinked(
                                                command.user(), command.identity()))));
    }

    private static Decision<UserEvent> link(User user, Optional<ExternalIdentity> identity) {
        if (user.linked().contains(identity.orElseThrow())) {
            return Decision.unchanged();
        }
        if (user.linked().size() >= MOST_IDENTITIES) {
            return Decision.reject(
                    ErrorCode.E4008,
                    "too-many-identities",
                    "An account has at most 5 identities elsewhere.");
        }
        return Decision.accept(new UserEvent.ExternalLinked(user.id(), identity));
    }

    private static Decision<UserEvent> change(User user, ChangeDetails change) {
        boolean same =
                user.email().equals(change.email())
                        && user.username().equals(change.username())
                        && user.fullName().equals(change.fullName());
        return same
                ? Decision.unchanged()
                : Decision.accept(
                        new UserEvent.DetailsChanged(
                                user.id(), change.email(), change.username(), change.fullName()));
    }

    private static Decision<UserEvent> change(User user, ChangeProfile change) {
        if (change.profile().isEmpty()) {
            return Decision.reject(ErrorCode.E4002, "profile-missing", "There is no profile.");
        }
        return user.profile().equals(change.profile())
                ? Decision.unchanged()
                : Decision.accept(new UserEvent.ProfileChanged(user.id(), change.profile()));
    }

    private static Decision<UserEvent> administer(User user, Administer command) {
        List<UserEvent> events = new ArrayList<>();
        command.roles()
                .filter(roles -> !roles.equals(user.roles()))
                .ifPresent(roles -> events.add(new UserEvent.RolesChanged(user.id(), roles)));
        command.active()
                .filter(active -> active != user.active())
                .ifPresent(
                        active ->
                                events.add(
                                        active
                                                ? new UserEvent.Reactivated(user.id())
                                                : new UserEvent.Deactivated(user.id())));
        return new Decision.Accepted<>(events);
    }

    /// Whoever came from elsewhere without an address may go on without one.
    private static Optional<Problem> misshapen(User user, ChangeDetails change) {
        boolean stays = user.email().isEmpty() && change.email().isEmpty();
        return (stays ? Optional.<Problem>empty() : UserShape.email(change.email()))
                .or(() -> UserShape.username(change.username()))
                .or(() -> UserShape.fullName(change.fullName()));
    }

    private static Optional<Problem> outdated(User user, Rehash rehash) {
        return user.passwordVersion() > 0 && user.passwordVersion() == rehash.passwordVersion()
                ? Optional.empty()
                : refuse(
                        ErrorCode.E4008,
                        "password-changed-since",
                        "The password is another one by now.");
    }

    private static Optional<Problem> notAdministrable(
            UserState state, Administer command, Actor actor) {
        if (!actor.has(Role.ADMIN)) {
            return refuse(ErrorCode.E4005, "admin-required", "Only an administrator may do this.");
        }
        if (state.known().isEmpty()) {
            return notFound();
        }
        if (Refusals.isSelf(command.user(), actor)) {
            return refuse(
                    ErrorCode.E4005,
                    "own-access",
                    "What one may do oneself is for another administrator to say.");
        }
        return command.roles().filter(List::isEmpty).isPresent()
                ? refuse(ErrorCode.E4001, "roles-missing", "Everybody has at least one role.")
                : Optional.empty();
    }

    private static Optional<Problem> notErasable(UserState state, Actor actor) {
        if (state.known().isEmpty()) {
            return notFound();
        }
        return actor.has(Role.ADMIN) ? Optional.empty() : forHolder(state, actor);
    }

    private static Optional<Problem> inUse(UserState state) {
        return state.user().isEmpty()
                ? Optional.empty()
                : refuse(ErrorCode.E4008, "user-exists", "There is an account with this id.");
    }

    private static Optional<Problem> forHolder(UserState state, Actor actor) {
        if (state.known().isEmpty()) {
            return notFound();
        }
        User user = holder(state);
        return Refusals.stranger(user.id(), actor)
                .or(() -> user.active() ? Optional.empty() : Optional.of(Refusals.INACTIVE));
    }

    private static Optional<Problem> notFound() {
        return refuse(ErrorCode.E4007, "user-not-found", "There is no such account.");
    }

    private static User holder(UserState state) {
        return state.known().orElseThrow();
    }

    private static Kept password(UserId user, Optional<String> hash) {
        return new Kept(user.subject(), new Credential.Password(user, hash));
    }
}
