package io.sillok.schemas.claims;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;

/// The one form that all spellings of a value have in common, which is what is claimed and looked
/// up. Stateless.
public final class Spelling {

    private Spelling() {}

    /// Of a name: NFKC in lower case, white space as one space.
    public static String name(String name) {
        return folded(name).strip().replaceAll("\\s+", " ");
    }

    /// Of an e-mail address: as a name, and its domain in the ASCII form of IDNA.
    ///
    /// @param address whatever somebody typed; without an `@` all of it counts as the domain
    public static String email(String address) {
        String folded = folded(address).strip();
        int at = folded.lastIndexOf('@');
        return folded.substring(0, at + 1) + ascii(folded.substring(at + 1));
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
