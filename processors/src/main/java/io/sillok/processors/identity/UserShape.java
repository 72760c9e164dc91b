package io.sillok.processors.identity;

import static io.sillok.processors.identity.Refusals.refuse;

import io.sillok.schemas.identity.ExternalIdentity;
import io.sillok.schemas.problems.ErrorCode;
import io.sillok.schemas.problems.Problem;
import java.util.Optional;
import java.util.regex.Pattern;

/// What people may be called. Stateless.
final class UserShape {

    private static final Pattern USERNAME = Pattern.compile("[A-Za-z0-9._-]{3,50}");
    private static final Pattern HASH =
            Pattern.compile(
                    "\\$argon2id\\$v=19\\$m=\\d{1,7},t=\\d{1,3},p=\\d{1,2}\\$\\S{11,86}\\$\\S{22,86}");
    private static final int SHORTEST_NAME = 2;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_ISSUER = 500;
    private static final int LONGEST_SUBJECT = 255;

    private UserShape() {}

    static Optional<Problem> email(Optional<String> email) {
        if (email.isEmpty()) {
            return refuse(ErrorCode.E4002, "email-missing", "An account has an e-mail address.");
        }
        return EmailAddress.isValid(email.get())
                ? Optional.empty()
                : refuse(ErrorCode.E4001, "email-invalid", "That is no e-mail address.");
    }

    static Optional<Problem> username(Optional<String> username) {
        if (username.isEmpty()) {
            return refuse(ErrorCode.E4002, "username-missing", "An account has a user name.");
        }
        return USERNAME.matcher(username.get()).matches()
                ? Optional.empty()
                : refuse(
                        ErrorCode.E4001,
                        "username-invalid",
                        "A user name has 3 to 50 letters, digits, dots, hyphens and underscores.");
    }

    static Optional<Problem> fullName(Optional<String> fullName) {
        return fullName.isEmpty() || isName(fullName.get())
                ? Optional.empty()
                : refuse(ErrorCode.E4001, "full-name-length", "A name has 2 to 100 characters.");
    }

    /// That it is a hash, so that nobody can put a password where it would be kept as it is.
    static Optional<Problem> hash(Optional<String> hash) {
        return hash.filter(text -> HASH.matcher(text).matches()).isPresent()
                ? Optional.empty()
                : refuse(
                        ErrorCode.E4001,
                        "password-hash-invalid",
                        "A password is sent as an Argon2id hash in PHC form.");
    }

    static Optional<Problem> identity(Optional<ExternalIdentity> identity) {
        if (identity.isEmpty()) {
            return refuse(ErrorCode.E4002, "identity-missing", "There is no identity to link.");
        }
        return isWithin(identity.get().issuer(), LONGEST_ISSUER)
                        && isWithin(identity.get().subject(), LONGEST_SUBJECT)
                ? Optional.empty()
                : refuse(ErrorCode.E4001, "identity-invalid", "That identity cannot be kept.");
    }

    private static boolean isWithin(String text, int longest) {
        return !text.isBlank() && text.length() <= longest && text.indexOf('\n') < 0;
    }

    private static boolean isName(String name) {
        int length = name.codePointCount(0, name.length());
        return !name.isBlank() && length >= SHORTEST_NAME && length <= LONGEST_NAME;
    }
}
