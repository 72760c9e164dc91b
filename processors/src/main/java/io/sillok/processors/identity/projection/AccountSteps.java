package io.sillok.processors.identity.projection;

import io.sillok.processors.identity.projection.DirectoryEntry.Account;
import io.sillok.schemas.envelope.EventEnvelope;
import io.sillok.schemas.envelope.Role;
import io.sillok.schemas.identity.ExternalIdentity;
import io.sillok.schemas.identity.LoginName;
import io.sillok.schemas.identity.UserEvent;
import io.sillok.schemas.identity.UserEvent.Deactivated;
import io.sillok.schemas.identity.UserEvent.DetailsChanged;
import io.sillok.schemas.identity.UserEvent.Erased;
import io.sillok.schemas.identity.UserEvent.ExternalLinked;
import io.sillok.schemas.identity.UserEvent.PasswordChanged;
import io.sillok.schemas.identity.UserEvent.PasswordRehashed;
import io.sillok.schemas.identity.UserEvent.ProfileChanged;
import io.sillok.schemas.identity.UserEvent.Reactivated;
import io.sillok.schemas.identity.UserEvent.Registered;
import io.sillok.schemas.identity.UserEvent.RolesChanged;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What events do to the part of an account that signing in takes. Pure.
final class AccountSteps {

    private AccountSteps() {}

    /// The account after one more event.
    ///
    /// @param before empty when `event` is its first
    static Account after(Optional<Account> before, EventEnvelope<UserEvent> event) {
        long version = event.sequence();
        if (event.event() instanceof Registered registered) {
            return new Account(
                    version,
                    registered.email().map(AccountSteps::email),
                    registered.username().map(AccountSteps::username),
                    List.of(),
                    registered.roles(),
                    true,
                    registered.password() ? version : 0);
        }
        Account account = before.orElseThrow();
        return switch (event.event()) {
            case Registered _ -> account;
            case DetailsChanged(_, var email, var username, _) ->
                    new Account(
                            version,
                            email.map(AccountSteps::email),
                            username.map(AccountSteps::username),
                            account.identities(),
                            account.roles(),
                            account.active(),
                            account.passwordDue());
            case ExternalLinked(_, var identity) -> linked(account, version, identity);
            case ProfileChanged _ -> access(account, version, account.roles(), account.active());
            case PasswordChanged _, PasswordRehashed _ -> secured(account, version);
            case RolesChanged(_, var roles) -> access(account, version, roles, account.active());
            case Deactivated _ -> access(account, version, account.roles(), false);
            case Reactivated _ -> access(account, version, account.roles(), true);
            case Erased _ ->
                    new Account(
                            version,
                            Optional.empty(),
                            Optional.empty(),
                            List.of(),
                            List.of(),
                            false,
                            version);
        };
    }

    private static Account linked(
            Account account, long version, Optional<ExternalIdentity> identity) {
        return new Account(
                version,
                account.email(),
                account.username(),
                Stream.concat(
                                account.identities().stream(),
                                identity.map(AccountSteps::line).stream())
                        .distinct()
                        .toList(),
                account.roles(),
                account.active(),
                account.passwordDue());
    }

    private static Account access(Account account, long version, List<Role> roles, boolean active) {
        return new Account(
                version,
                account.email(),
                account.username(),
                account.identities(),
                roles,
                active,
                account.passwordDue());
    }

    private static Account secured(Account account, long version) {
        return new Account(
                version,
                account.email(),
                account.username(),
                account.identities(),
                account.roles(),
                account.active(),
                version);
    }

    private static String email(String address) {
        return LoginName.ofEmail(address).value();
    }

    private static String username(String name) {
        return LoginName.ofUsername(name).value();
    }

    private static String line(ExternalIdentity identity) {
        return identity.issuer() + "\n" + identity.subject();
    }
}
