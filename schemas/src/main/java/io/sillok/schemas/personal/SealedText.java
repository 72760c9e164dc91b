package io.sillok.schemas.personal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Personal data as it stands on the log: `encrypted.1.<key>.<person>.<bytes>`. The 1 is the
/// version of this form, the key is named by its id, the last two parts are Base64 (RFC 4648,
/// section 5) without padding: the 16 bytes of the person's id, and nonce, ciphertext and tag.
///
/// Where a person was erased before the data could be stored stands [#ERASED] instead.
///
/// @param keyId which key it was encrypted under
/// @param encrypted not copied; do not change the array
public record SealedText(String keyId, UserId person, byte[] encrypted) {

    /// In place of data of a person who had been erased.
    public static final String ERASED = "encrypted.erased";

    /// What all of them look like.
    public static final String PATTERN = "^encrypted\\.[A-Za-z0-9._-]+$";

    private static final String WITHHELD = "encrypted.withheld";
    private static final String PREFIX = "encrypted.1.";
    private static final Pattern FORM =
            Pattern.compile("encrypted\\.1\\.([a-z0-9]+)\\.([A-Za-z0-9_-]{22})\\.([A-Za-z0-9_-]+)");
    private static final int UUID_BYTES = 16;

    /// Reads the form that [#toString()] writes; empty when `text` is something else.
    public static Optional<SealedText> parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            Base64.Decoder decoder = Base64.getUrlDecoder();
            return Optional.of(
                    new SealedText(
                            parts.group(1),
                            person(decoder.decode(parts.group(2))),
                            decoder.decode(parts.group(3))));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// The same bytes with every ciphertext in them replaced by a mark. For what must be kept
    /// longer than its keys may be.
    public static byte[] withhold(byte[] bytes) {
        // a text of one byte for each character, so that any bytes survive
        String text = new String(bytes, ISO_8859_1);
        return text.contains(PREFIX)
                ? FORM.matcher(text).replaceAll(WITHHELD).getBytes(ISO_8859_1)
                : bytes;
    }

    private static UserId person(byte[] bytes) {
        ByteBuffer id = ByteBuffer.wrap(bytes);
        return new UserId(new UUID(id.getLong(), id.getLong()));
    }

    @Override
    public String toString() {
        UUID id = person.value();
        byte[] bytes =
                ByteBuffer.allocate(UUID_BYTES)
                        .putLong(id.getMostSignificantBits())
                        .putLong(id.getLeastSignificantBits())
                        .array();
        Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
        return PREFIX
                + keyId
                + "."
                + encoder.encodeToString(bytes)
                + "."
                + encoder.encodeToString(encrypted);
    }
}
