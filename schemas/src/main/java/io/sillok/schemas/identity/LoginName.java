package io.sillok.schemas.identity;

import io.sillok.schemas.claims.Spelling;

/// What somebody signs in with: a user name or an e-mail address, in the one form that all its
/// spellings have in common. A user name has no `@`, so no text is both.
///
/// @param value not to be logged
public record LoginName(String value) {

    /// The name that somebody typed.
    public static LoginName of(String typed) {
        return typed.indexOf('@') < 0 ? ofUsername(typed) : ofEmail(typed);
    }

    public static LoginName ofUsername(String username) {
        return new LoginName(Spelling.name(username));
    }

    public static LoginName ofEmail(String address) {
        return new LoginName(Spelling.email(address));
    }

    /// Not the name: this may be logged.
    @Override
    public String toString() {
        return "LoginName";
    }
}
