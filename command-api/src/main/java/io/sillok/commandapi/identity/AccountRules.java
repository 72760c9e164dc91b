package io.sillok.commandapi.identity;

import io.sillok.platform.web.http.Fields;
import java.net.IDN;
import java.text.Normalizer;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/// What people may be reached under and call themselves, and what a password must have. Every rule
/// that is broken is an entry of its own.
final class AccountRules {

    static final int LONGEST_EMAIL = 254;
    static final int SHORTEST_USERNAME = 3;
    static final int LONGEST_USERNAME = 50;
    static final int SHORTEST_PASSWORD = 8;
    static final int LONGEST_PASSWORD = 100;
    static final int SHORTEST_FULL_NAME = 2;
    static final int LONGEST_FULL_NAME = 100;

    private static final int LONGEST_LOCAL_PART = 64;
    private static final Pattern USERNAME = Pattern.compile("[A-Za-z0-9._-]*");

    /// Dot-string of RFC 5321, section 4.1.2, with the letters of RFC 6531.
    private static final Pattern LOCAL_PART =
            Pattern.compile(
                    "[A-Za-z0-9!#$%&'*+/=?^_`{|}~\\p{L}\\p{M}\\p{N}-]+"
                            + "(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~\\p{L}\\p{M}\\p{N}-]+)*");

    private static final Pattern DOMAIN =
            Pattern.compile(
                    "([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?",
                    Pattern.CASE_INSENSITIVE);

    private AccountRules() {}

    /// An address as RFC 5321 has it, with a domain of several labels, in whatever script.
    static String email(Fields fields, Optional<String> value) {
        String email = given(fields, "email", value).strip();
        if (value.isPresent() && !isAddress(Normalizer.normalize(email, Normalizer.Form.NFKC))) {
            fields.wrong("email", "must be an e-mail address");
        }
        if (email.length() > LONGEST_EMAIL) {
            fields.wrong("email", "must have at most " + LONGEST_EMAIL + " characters");
        }
        return email;
    }

    private static boolean isAddress(String text) {
        int at = text.lastIndexOf('@');
        String local = text.substring(0, Math.max(at, 0));
        return at > 0
                && local.length() <= LONGEST_LOCAL_PART
                && LOCAL_PART.matcher(local).matches()
                && isDomain(text.substring(at + 1));
    }

    private static boolean isDomain(String text) {
        try {
            return DOMAIN.matcher(IDN.toASCII(text, IDN.ALLOW_UNASSIGNED)).matches();
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    static String username(Fields fields, Optional<String> value) {
        String username = given(fields, "username", value).strip();
        if (value.isPresent()) {
            bounded(fields, "username", username, SHORTEST_USERNAME, LONGEST_USERNAME);
            if (!USERNAME.matcher(username).matches()) {
                fields.wrong("username", "must hold letters, digits, dot, underscore, hyphen only");
            }
        }
        return username;
    }

    /// A name that may be left out; blank is as good as left out.
    static Optional<String> fullName(Fields fields, Optional<String> value) {
        Optional<String> name =
                value.filter(text -> !text.isBlank())
                        .map(
                                text ->
                                        fields.line(
                                                "full_name", Optional.of(text), LONGEST_FULL_NAME));
        if (name.filter(text -> length(text) < SHORTEST_FULL_NAME).isPresent()) {
            fields.wrong("full_name", "must have at least " + SHORTEST_FULL_NAME + " characters");
        }
        return name;
    }

    /// A password for an account. It is not trimmed: what stands around it belongs to it.
    static String password(Fields fields, String field, Optional<String> value) {
        String password = given(fields, field, value);
        if (value.isPresent()) {
            bounded(fields, field, password, SHORTEST_PASSWORD, LONGEST_PASSWORD);
            having(fields, field, password, Character::isUpperCase, "an upper-case letter");
            having(fields, field, password, Character::isLowerCase, "a lower-case letter");
            having(fields, field, password, Character::isDigit, "a digit");
            having(fields, field, password, AccountRules::isSymbol, "a symbol");
        }
        return password;
    }

    /// Something that was set before, to be compared: no rule holds but that it is there and not
    /// endless.
    static String presented(Fields fields, String field, Optional<String> value, int most) {
        String text = given(fields, field, value);
        if (text.length() > most) {
            fields.wrong(field, "must have at most " + most + " characters");
        }
        return text;
    }

    private static String given(Fields fields, String field, Optional<String> value) {
        if (value.isEmpty()) {
            fields.missing(field);
        }
        return value.orElse("");
    }

    private static void bounded(Fields fields, String field, String text, int least, int most) {
        if (length(text) < least) {
            fields.wrong(field, "must have at least " + least + " characters");
        }
        if (length(text) > most) {
            fields.wrong(field, "must have at most " + most + " characters");
        }
    }

    private static void having(
            Fields fields, String field, String text, IntPredicate one, String what) {
        if (text.codePoints().noneMatch(one)) {
            fields.wrong(field, "must have " + what);
        }
    }

    private static boolean isSymbol(int character) {
        return !Character.isLetterOrDigit(character)
                && !Character.isWhitespace(character)
                && !Character.isISOControl(character);
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
