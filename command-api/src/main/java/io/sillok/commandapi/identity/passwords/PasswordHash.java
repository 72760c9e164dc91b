package io.sillok.commandapi.identity.passwords;

import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An Argon2id hash in the form of the Password Hashing Competition:
/// `$argon2id$v=19$m=19456,t=2,p=1$<salt>$<hash>`. Whoever reads it knows what it cost.
///
/// @param salt not to be changed
/// @param hash not to be changed
record PasswordHash(Cost cost, byte[] salt, byte[] hash) {

    private static final Pattern FORM =
            Pattern.compile(
                    "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,2})"
                            + "\\$([A-Za-z0-9+/]{11,86})\\$([A-Za-z0-9+/]{22,86})");

    /// @throws IllegalArgumentException when `text` is anything else
    static PasswordHash parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("not an Argon2id hash in PHC form");
        }
        Cost cost =
                new Cost(
                        Integer.parseInt(form.group(1)),
                        Integer.parseInt(form.group(2)),
                        Integer.parseInt(form.group(3)));
        var base64 = Base64.getDecoder();
        return new PasswordHash(cost, base64.decode(form.group(4)), base64.decode(form.group(5)));
    }

    /// Compares in a time that does not depend on where they differ.
    boolean isSame(byte[] other) {
        return MessageDigest.isEqual(hash, other);
    }

    @Override
    public String toString() {
        var base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
                .formatted(
                        cost.memory(),
                        cost.passes(),
                        cost.lanes(),
                        base64.encodeToString(salt),
                        base64.encodeToString(hash));
    }
}
