package io.sillok.processors.identity;

import io.sillok.schemas.envelope.EventEnvelope;
import io.sillok.schemas.identity.Session;
import io.sillok.schemas.identity.SessionEvent;
import io.sillok.schemas.identity.SessionEvent.Ended;
import io.sillok.schemas.identity.SessionEvent.Opened;
import io.sillok.schemas.identity.SessionEvent.Refreshed;
import io.sillok.schemas.identity.SessionEvent.Restricted;
import io.sillok.schemas.identity.SessionEvent.ReuseDetected;
import io.sillok.schemas.identity.SessionId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// All sessions of one person that go on, and the last few that are over.
///
/// @param holderVersion of the account; a session that was checked against an older one must not
///   begin
/// @param barred whether none may begin
/// @param sessions the oldest first
record SessionBook(long holderVersion, boolean barred, List<KnownSession> sessions) {

    static final SessionBook EMPTY = new SessionBook(0, false, List.of());

    private static final int MOST_ENDED = 10;

    SessionBook {
        sessions = List.copyOf(sessions);
    }

    Optional<KnownSession> find(SessionId id) {
        return sessions.stream().filter(known -> known.session().id().equals(id)).findFirst();
    }

    List<Session> open() {
        return sessions.stream().map(KnownSession::session).filter(Session::isOpen).toList();
    }

    SessionBook after(EventEnvelope<SessionEvent> event) {
        return switch (event.event()) {
            case Opened(var id, _, _, _) -> add(id, event);
            case Refreshed(var id, _, _) -> change(id, event);
            case ReuseDetected(var id, _) -> change(id, event);
            case Ended(var id, _, _) -> change(id, event);
            case Restricted(_, var version, var nowBarred) ->
                    new SessionBook(version, nowBarred, sessions);
        };
    }

    SessionBook with(SessionId id, String digest) {
        return new SessionBook(
                holderVersion,
                barred,
                sessions.stream()
                        .map(known -> known.session().id().equals(id) ? known.with(digest) : known)
                        .toList());
    }

    private SessionBook add(SessionId id, EventEnvelope<SessionEvent> event) {
        List<KnownSession> all = new ArrayList<>(sessions);
        Session opened = Session.evolve(find(id).map(KnownSession::session), event);
        all.add(new KnownSession(opened, Optional.empty(), List.of()));
        List<KnownSession> ended = all.stream().filter(known -> !known.session().isOpen()).toList();
        all.removeAll(ended.subList(0, Math.max(0, ended.size() - MOST_ENDED)));
        return new SessionBook(holderVersion, barred, all);
    }

    private SessionBook change(SessionId id, EventEnvelope<SessionEvent> event) {
        return new SessionBook(
                holderVersion,
                barred,
                sessions.stream()
                        .map(known -> known.session().id().equals(id) ? after(known, event) : known)
                        .toList());
    }

    private static KnownSession after(KnownSession known, EventEnvelope<SessionEvent> event) {
        return known.with(Session.evolve(Optional.of(known.session()), event));
    }
}
