package io.sillok.commandapi.identity;

import io.sillok.platform.web.problems.ProblemException;
import io.sillok.schemas.envelope.Actor;
import io.sillok.schemas.envelope.Role;
import io.sillok.schemas.identity.LoginName;
import io.sillok.schemas.personal.UserId;
import io.sillok.schemas.problems.ErrorCode;
import io.sillok.schemas.problems.Problem;
import java.util.Optional;
import java.util.Set;

/// An account as far as signing in needs to know it.
///
/// @param loginName one that it is signed in to with
/// @param version of the account
/// @param passwordHash in PHC form; empty when it has none
/// @param passwordVersion the version of the account that the hash belongs to
/// @param passwordDue the version at which the password was set last; 0 when it has none
/// @param active whether its holder may do anything
record Account(
        UserId id,
        LoginName loginName,
        long version,
        Optional<String> passwordHash,
        long passwordVersion,
        long passwordDue,
        Set<Role> roles,
        boolean active) {

    Account {
        roles = Set.copyOf(roles);
    }

    /// Whether it is known as it was at a version, its password included: that arrives by a way of
    /// its own.
    boolean includes(long other) {
        return version >= other && passwordVersion >= passwordDue;
    }

    /// @throws ProblemException E4005 when its holder may do nothing
    void mustBeActive() {
        if (!active) {
            throw ProblemException.of(
                    Problem.of(
                            ErrorCode.E4005,
                            "user-inactive",
                            "The account is not to be used; ask an administrator."));
        }
    }

    /// Its holder, as the sender of commands.
    Actor holder() {
        return new Actor(id.toString(), roles);
    }

    /// Holds what must not be logged.
    @Override
    public String toString() {
        return "Account[" + id + "]";
    }
}
