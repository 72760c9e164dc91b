package io.sillok.commandapi.identity;

import io.sillok.commandapi.gateway.CommandGateway;
import io.sillok.commandapi.gateway.CommandHeaders;
import io.sillok.commandapi.gateway.Order;
import io.sillok.commandapi.gateway.Outcome;
import io.sillok.commandapi.identity.sessions.RefreshToken;
import io.sillok.platform.web.access.Grant;
import io.sillok.platform.web.access.Scopes;
import io.sillok.platform.web.access.SessionClaim;
import io.sillok.platform.web.access.TokenIssuer;
import io.sillok.platform.web.problems.ProblemException;
import io.sillok.schemas.envelope.Actor;
import io.sillok.schemas.envelope.Ids;
import io.sillok.schemas.identity.SessionCommand;
import io.sillok.schemas.identity.SessionId;
import io.sillok.schemas.identity.SessionResource;
import io.sillok.schemas.identity.SessionStatus;
import io.sillok.schemas.personal.UserId;
import io.sillok.schemas.problems.ErrorCode;
import io.sillok.schemas.problems.Problem;
import io.sillok.schemas.wire.Json;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// Begins, continues and ends sessions, and issues what their holders get. What may be is decided
/// on the log. Thread-safe.
record Sessions(CommandGateway gateway, TokenIssuer issuer, CredentialDirectory directory) {

    /// Begins a session of somebody who has shown who they are.
    TokenPair open(Account account, HttpServletRequest request) {
        SessionId session = new SessionId(Ids.timeOrdered(now()));
        RefreshToken first = RefreshToken.issue(session.value(), account.id().value());
        settle(
                request,
                account.holder(),
                new SessionCommand.Open(
                        session, account.id(), account.version(), first.secret().digest()));
        return pair(account, first);
    }

    /// Exchanges a refresh token for the next one and another access token. One that was used
    /// before ends its session.
    ///
    /// @throws ProblemException E4006 when it does not count
    TokenPair refresh(String text, HttpServletRequest request) {
        RefreshToken presented = RefreshToken.parse(text).orElseThrow(() -> refused("invalid"));
        UserId holder = new UserId(presented.holder());
        RefreshToken next = RefreshToken.issue(presented.session(), presented.holder());
        exchange(presented, holder, next, request);
        Account account =
                directory
                        .find(holder)
                        .filter(Account::active)
                        .orElseThrow(() -> refused("invalid"));
        return pair(account, next);
    }

    private void exchange(
            RefreshToken presented, UserId holder, RefreshToken next, HttpServletRequest request) {
        var command =
                new SessionCommand.Refresh(
                        new SessionId(presented.session()),
                        holder,
                        presented.secret().digest(),
                        next.secret().digest());
        Outcome outcome = settle(request, new Actor(holder.toString(), Set.of()), command);
        boolean goesOn =
                outcome.representation()
                        .map(session -> Json.convert(session, SessionResource.class))
                        .filter(session -> session.status() == SessionStatus.OPEN)
                        .isPresent();
        if (!goesOn) {
            throw refused("reused");
        }
    }

    /// Ends a session of the caller's.
    void end(SessionId session, UserId holder, Actor actor, HttpServletRequest request) {
        settle(request, actor, new SessionCommand.End(session, holder));
    }

    private Outcome settle(HttpServletRequest request, Actor actor, SessionCommand command) {
        return gateway.settle(
                CommandHeaders.within(request, actor),
                Order.update(command.key(), command.subject(), command));
    }

    private TokenPair pair(Account account, RefreshToken refresh) {
        Grant grant =
                Grant.in(
                        new SessionClaim(refresh.session(), account.version()),
                        account.id().toString(),
                        account.roles(),
                        Scopes.of(account.roles()));
        return new TokenPair(
                issuer.issue(grant, now()),
                refresh.reveal(),
                "bearer",
                grant.validity().toSeconds(),
                Optional.of(String.join(" ", grant.scopes().stream().sorted().toList())));
    }

    private Instant now() {
        return gateway.clock().instant();
    }

    private static ProblemException refused(String why) {
        return ProblemException.of(
                Problem.of(
                        ErrorCode.E4006,
                        "refresh-token-" + why,
                        "The refresh token does not count, or not any more; sign in again."));
    }
}
