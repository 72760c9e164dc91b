package io.sillok.processors.engine.claims;

import io.sillok.schemas.claims.ClaimKind;
import io.sillok.schemas.problems.Problem;
import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;

/// A value that at most one boundary of its context may have: an e-mail address, a user name, the
/// name of a category.
///
/// @param value normalised: two values that people take for the same are equal
/// @param taken what a command is refused with while another boundary has the value
public record Claim(ClaimKind kind, String value, Problem taken) {

    /// The claim to a name: its letters are compared by NFKC in lower case, white space as one
    /// space.
    public static Claim ofName(ClaimKind kind, String name, Problem taken) {
        return new Claim(kind, folded(name).strip().replaceAll("\\s+", " "), taken);
    }

    /// The claim to an e-mail address: as a name, and its domain in the ASCII form of IDNA.
    ///
    /// @param address has an `@`, as its decider made sure
    public static Claim ofEmail(ClaimKind kind, String address, Problem taken) {
        String folded = folded(address).strip();
        int at = folded.lastIndexOf('@');
        String domain = ascii(folded.substring(at + 1));
        return new Claim(kind, folded.substring(0, at + 1) + domain, taken);
    }

    /// Not the value: it may be personal, and this may be logged.
    @Override
    public String toString() {
        return "Claim[" + kind + "]";
    }

    private static String folded(String text) {
        String lower = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return Normalizer.normalize(lower, Normalizer.Form.NFKC);
    }

    /// A domain that IDNA does not take is compared as it is.
    private static String ascii(String domain) {
        try {
            return IDN.toASCII(domain, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return domain;
        }
    }
}
