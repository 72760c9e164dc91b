package io.sillok.processors.identity;

import io.sillok.schemas.claims.Spelling;
import java.util.regex.Pattern;

/// The shape of an e-mail address (RFC 5321, section 4.1.2, without quoted local parts and address
/// literals; other letters than ASCII as in RFC 6531). Judged in the form that is claimed, so that
/// whatever is accepted is claimed as an address. Stateless.
final class EmailAddress {

    private static final int LONGEST = 254;
    private static final int LONGEST_LOCAL = 64;
    private static final Pattern LOCAL =
            Pattern.compile(
                    "[\\p{L}\\p{M}\\p{N}!#$%&'*+/=?^_`{|}~-]+(\\.[\\p{L}\\p{M}\\p{N}!#$%&'*+/=?^_`{|}~-]+)*");
    private static final Pattern DOMAIN =
            Pattern.compile(
                    "([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");

    private EmailAddress() {}

    static boolean isValid(String address) {
        if (address.length() > LONGEST || address.chars().anyMatch(Character::isWhitespace)) {
            return false;
        }
        String claimed = Spelling.email(address);
        int at = claimed.indexOf('@');
        return at > 0
                && at == claimed.lastIndexOf('@')
                && at <= LONGEST_LOCAL
                && claimed.length() <= LONGEST
                && LOCAL.matcher(claimed.substring(0, at)).matches()
                && DOMAIN.matcher(claimed.substring(at + 1)).matches();
    }
}
