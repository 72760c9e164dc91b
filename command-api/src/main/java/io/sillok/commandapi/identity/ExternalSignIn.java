package io.sillok.commandapi.identity;

import io.sillok.commandapi.gateway.CommandGateway;
import io.sillok.commandapi.gateway.CommandHeaders;
import io.sillok.commandapi.gateway.Order;
import io.sillok.commandapi.identity.oidc.ExternalAccounts;
import io.sillok.commandapi.identity.oidc.ProvenIdentity;
import io.sillok.platform.web.problems.ProblemException;
import io.sillok.schemas.envelope.Actor;
import io.sillok.schemas.envelope.Ids;
import io.sillok.schemas.identity.ExternalIdentity;
import io.sillok.schemas.identity.UserCommand;
import io.sillok.schemas.personal.UserId;
import io.sillok.schemas.problems.ErrorCode;
import io.sillok.schemas.problems.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Signs people in whom a provider has proven to be who they are. Issuer and subject say which
/// account is theirs, and nothing else does: an account with the same e-mail address is another one
/// until its holder links the two. Thread-safe.
record ExternalSignIn(
        CommandGateway gateway, CredentialDirectory directory, Sessions sessions, Arrival arrival)
        implements ExternalAccounts {

    @Override
    public Response enter(ProvenIdentity proven, HttpServletRequest request) {
        ExternalIdentity identity = known(proven);
        Account account =
                directory.find(identity).orElseGet(() -> register(proven, identity, request));
        account.mustBeActive();
        return LoginResource.answer(open(account, request).withoutScope());
    }

    @Override
    public Response link(ProvenIdentity proven, UserId user, HttpServletRequest request) {
        var command = new UserCommand.LinkExternal(user, Optional.of(known(proven)));
        return arrival.ofAccount(
                user,
                gateway.submit(
                        within(request, user),
                        Order.update(command.key(), command.subject(), command)));
    }

    /// Opens an account, unless the same person does so at the same time.
    private Account register(
            ProvenIdentity proven, ExternalIdentity identity, HttpServletRequest request) {
        UserId user = new UserId(Ids.timeOrdered(gateway.clock().instant()));
        NewPerson person = NewPerson.of(proven);
        var command =
                new UserCommand.RegisterExternal(
                        user,
                        person.email(),
                        Optional.of(person.username()),
                        person.fullName(),
                        Optional.of(identity));
        try {
            gateway.settle(
                    within(request, user), Order.create(command.key(), command.subject(), command));
        } catch (ProblemException refusal) {
            if (refusal.problem().code() != ErrorCode.E4008) {
                throw refusal;
            }
            return arrival.of(identity).orElseThrow(() -> refusal);
        }
        return arrival.of(identity).orElseThrow(ExternalSignIn::notYet);
    }

    /// Once more when the account was known as it was before its last change.
    private TokenPair open(Account account, HttpServletRequest request) {
        try {
            return sessions.open(account, request);
        } catch (ProblemException e) {
            if (!e.problem().reason().equals("account-changed")) {
                throw e;
            }
            Account now = arrival.newer(account).orElseThrow(() -> e);
            now.mustBeActive();
            return sessions.open(now, request);
        }
    }

    private static ProblemException notYet() {
        return ProblemException.of(
                        Problem.of(
                                ErrorCode.E5009,
                                "account-not-visible-yet",
                                "The account is open but cannot be seen yet; log in again."))
                .withHeaders(Map.of("Retry-After", "1"));
    }

    private static ExternalIdentity known(ProvenIdentity proven) {
        return new ExternalIdentity(proven.issuer(), proven.subject());
    }

    private static CommandHeaders within(HttpServletRequest request, UserId user) {
        return CommandHeaders.within(request, new Actor(user.toString(), Set.of()));
    }
}
