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
import io.sillok.schemas.identity.Credential;
import io.sillok.schemas.identity.EndReason;
import io.sillok.schemas.identity.Session;
import io.sillok.schemas.identity.SessionCommand;
import io.sillok.schemas.identity.SessionCommand.End;
import io.sillok.schemas.identity.SessionCommand.Open;
import io.sillok.schemas.identity.SessionCommand.Refresh;
import io.sillok.schemas.identity.SessionCommand.Restrict;
import io.sillok.schemas.identity.SessionEvent;
import io.sillok.schemas.identity.SessionId;
import io.sillok.schemas.identity.SessionResource;
import io.sillok.schemas.personal.UserId;
import io.sillok.schemas.problems.ErrorCode;
import io.sillok.schemas.problems.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The rules of sessions: each refresh token is exchanged once, and whoever presents one again ends
/// the session for everybody (RFC 9700, section 4.14.2). All sessions of a person are one boundary,
/// so that what happens to the account ends all there are, and those that begin meanwhile.
final class SessionDecider implements Decider<SessionCommand, SessionBook, SessionEvent> {

    /// How long a session goes on without being refreshed.
    static final Duration IDLE = Duration.ofDays(30);

    /// How many sessions somebody may have at a time.
    static final int MOST_OPEN = 50;

    @Override
    public Class<SessionCommand> commands() {
        return SessionCommand.class;
    }

    @Override
    public Class<SessionBook> states() {
        return SessionBook.class;
    }

    @Override
    public Class<SessionEvent> events() {
        return SessionEvent.class;
    }

    @Override
    public SessionBook initial() {
        return SessionBook.EMPTY;
    }

    @Override
    public Decision<SessionEvent> decide(
            SessionBook book, CommandEnvelope<SessionCommand> command, References references) {
        Actor actor = command.actor();
        Instant now = command.time();
        return switch (command.command()) {
            case Open open -> unless(notOpenable(book, open, actor), () -> open(book, open, now));
            case Refresh refresh ->
                    unless(
                            Refusals.digest(refresh.presented())
                                    .or(() -> Refusals.digest(refresh.next())),
                            () -> refresh(book, refresh, now));
            case End(var session, var holder) -> end(book, session, holder, actor);
            case Restrict restrict ->
                    unless(Refusals.anybody(actor), () -> restrict(book, restrict));
        };
    }

    @Override
    public SessionBook evolve(SessionBook book, EventEnvelope<SessionEvent> event) {
        return book.after(event);
    }

    @Override
    public SessionBook keep(SessionBook book, Kept kept) {
        return kept.value() instanceof Credential.SessionDigest(var session, _, var digest)
                ? book.with(session, digest)
                : book;
    }

    @Override
    public Subject subject(SessionEvent event) {
        return event.subject();
    }

    @Override
    public Optional<Object> represent(SessionBook book, Subject subject) {
        return book.sessions().stream()
                .map(KnownSession::session)
                .filter(session -> session.id().subject().equals(subject))
                .<Object>map(SessionResource::of)
                .findFirst();
    }

    private static Optional<Problem> notOpenable(SessionBook book, Open open, Actor actor) {
        return Refusals.stranger(open.holder(), actor)
                .or(() -> book.barred() ? Optional.of(Refusals.INACTIVE) : Optional.empty())
                .or(() -> checkedTooEarly(book, open))
                .or(() -> Refusals.digest(open.digest()))
                .or(() -> inUse(book, open));
    }

    private static Optional<Problem> checkedTooEarly(SessionBook book, Open open) {
        return open.holderVersion() >= book.holderVersion()
                ? Optional.empty()
                : refuse(
                        ErrorCode.E4008,
                        "account-changed",
                        "The account has changed since the credentials were checked.");
    }

    private static Optional<Problem> inUse(SessionBook book, Open open) {
        return book.find(open.session()).isEmpty()
                ? Optional.empty()
                : refuse(ErrorCode.E4008, "session-exists", "There is a session with this id.");
    }

    private static Decision<SessionEvent> open(SessionBook book, Open open, Instant now) {
        List<SessionEvent> events = new ArrayList<>();
        makeRoom(book).forEach(old -> events.add(ended(old, EndReason.REPLACED)));
        events.add(
                new SessionEvent.Opened(
                        open.session(), open.holder(), open.holderVersion(), now.plus(IDLE)));
        return new Decision.Accepted<>(
                events, List.of(digest(open.session(), open.holder(), open.digest())));
    }

    private static Stream<Session> makeRoom(SessionBook book) {
        List<Session> open = book.open();
        return open.stream()
                .sorted(Comparator.comparing(Session::refreshedAt))
                .limit(Math.max(0, open.size() + 1 - MOST_OPEN));
    }

    private static Decision<SessionEvent> refresh(SessionBook book, Refresh refresh, Instant now) {
        Optional<KnownSession> found =
                book.find(refresh.session())
                        .filter(known -> known.session().isOpen())
                        .filter(known -> now.isBefore(known.session().expiresAt()));
        if (found.isEmpty()) {
            return invalid();
        }
        KnownSession known = found.get();
        if (known.wasUsed(refresh.presented())) {
            return new Decision.Accepted<>(
                    List.of(
                            new SessionEvent.ReuseDetected(refresh.session(), refresh.holder()),
                            ended(known.session(), EndReason.REUSED)));
        }
        boolean fresh = !known.counts(refresh.next()) && !known.wasUsed(refresh.next());
        return known.counts(refresh.presented()) && fresh
                ? Decision.accept(
                        new SessionEvent.Refreshed(
                                refresh.session(), refresh.holder(), now.plus(IDLE)),
                        digest(refresh.session(), refresh.holder(), refresh.next()))
                : invalid();
    }

    /// The same for all reasons, so that nobody learns which it was.
    private static Decision<SessionEvent> invalid() {
        return Decision.reject(
                ErrorCode.E4006, "refresh-token-invalid", "The refresh token does not count.");
    }

    private static Decision<SessionEvent> end(
            SessionBook book, SessionId id, UserId holder, Actor actor) {
        return unless(
                Refusals.bystander(holder, actor),
                () ->
                        book.find(id)
                                .map(known -> end(known.session(), actor))
                                .orElseGet(SessionDecider::notFound));
    }

    private static Decision<SessionEvent> end(Session session, Actor actor) {
        boolean own = Refusals.isSelf(session.holder(), actor);
        return session.isOpen()
                ? Decision.accept(ended(session, own ? EndReason.LOGGED_OUT : EndReason.REVOKED))
                : Decision.unchanged();
    }

    private static Decision<SessionEvent> notFound() {
        return Decision.reject(ErrorCode.E4007, "session-not-found", "There is no such session.");
    }

    private static Decision<SessionEvent> restrict(SessionBook book, Restrict restrict) {
        long version = Math.max(book.holderVersion(), restrict.holderVersion());
        Stream<SessionEvent> ends =
                book.open().stream()
                        .filter(session -> !restrict.except().equals(Optional.of(session.id())))
                        .map(session -> ended(session, restrict.reason()));
        Stream<SessionEvent> restricted =
                Stream.of(
                                new SessionEvent.Restricted(
                                        restrict.holder(), version, restrict.barred()))
                        .filter(
                                _ ->
                                        version != book.holderVersion()
                                                || restrict.barred() != book.barred())
                        .map(SessionEvent.class::cast);
        return new Decision.Accepted<>(Stream.concat(ends, restricted).toList());
    }

    private static SessionEvent ended(Session session, EndReason reason) {
        return new SessionEvent.Ended(session.id(), session.holder(), reason);
    }

    private static Kept digest(SessionId session, UserId holder, String digest) {
        return new Kept(session.subject(), new Credential.SessionDigest(session, holder, digest));
    }
}
