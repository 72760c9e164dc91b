package io.sillok.commandapi.identity;

import io.sillok.commandapi.gateway.CommandGateway;
import io.sillok.commandapi.gateway.CommandHeaders;
import io.sillok.commandapi.gateway.Order;
import io.sillok.commandapi.identity.passwords.Passwords;
import io.sillok.commandapi.identity.passwords.Passwords.Match;
import io.sillok.platform.web.problems.ProblemException;
import io.sillok.schemas.envelope.Actor;
import io.sillok.schemas.identity.LoginName;
import io.sillok.schemas.identity.UserCommand;
import io.sillok.schemas.problems.ErrorCode;
import io.sillok.schemas.problems.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Signs people in with a name and a password. A name that nobody has takes the same way as a wrong
/// password: the same query, a comparison at the same cost, the same command, the same answer.
/// Thread-safe.
record SignIn(
        CommandGateway gateway,
        CredentialDirectory directory,
        Passwords passwords,
        LoginAttempts attempts,
        Sessions sessions,
        Arrival arrival) {

    private static final Logger log = LoggerFactory.getLogger(SignIn.class);
    private static final Actor REHASH = Actor.system("sign-in");

    /// Begins a session.
    ///
    /// @param typed a user name or an e-mail address
    /// @throws ProblemException E4006 when they do not belong together, E4004 when that happened
    ///   too often, E4005 when the account is not to be used
    TokenPair signIn(String typed, String password, HttpServletRequest request) {
        LoginName name = LoginName.of(typed);
        Optional<Account> found = directory.find(name);
        Match match = passwords.match(found.flatMap(Account::passwordHash), password);
        attempts.count(name, match != Match.WRONG, request);
        if (match == Match.WRONG) {
            throw invalid();
        }
        Account account = found.orElseThrow();
        account.mustBeActive();
        if (match == Match.RIGHT_AND_OUTDATED) {
            rehash(account, password, request);
        }
        return open(account, request);
    }

    /// Once more when the account was known as it was before its last change.
    private TokenPair open(Account account, HttpServletRequest request) {
        try {
            return sessions.open(account, request);
        } catch (ProblemException e) {
            if (!e.problem().reason().equals("account-changed")) {
                throw e;
            }
            return sessions.open(
                    arrival.newer(account)
                            .filter(now -> now.passwordHash().equals(account.passwordHash()))
                            .orElseThrow(SignIn::invalid),
                    request);
        }
    }

    /// Whether a password is that of an account. A wrong one counts as a failed attempt to sign in.
    ///
    /// @throws ProblemException E4004 when there were too many
    boolean isRight(Account account, String password, HttpServletRequest request) {
        boolean right = passwords.match(account.passwordHash(), password) != Match.WRONG;
        attempts.count(account.loginName(), right, request);
        return right;
    }

    /// That it fails is no reason not to let somebody in.
    private void rehash(Account account, String password, HttpServletRequest request) {
        try {
            var command =
                    new UserCommand.Rehash(
                            account.id(),
                            Optional.of(passwords.hash(password)),
                            account.passwordVersion());
            gateway.settle(
                    CommandHeaders.within(request, REHASH),
                    Order.update(command.key(), command.subject(), command));
        } catch (ProblemException e) {
            log.atWarn()
                    .addKeyValue("userId", account.id())
                    .addKeyValue("reason", e.problem().reason())
                    .log("a password keeps its outdated hash for now");
        }
    }

    private static ProblemException invalid() {
        return ProblemException.of(
                Problem.of(
                        ErrorCode.E4006,
                        "invalid-credentials",
                        "The name and the password do not belong together."));
    }
}
