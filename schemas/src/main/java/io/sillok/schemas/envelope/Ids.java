package io.sillok.schemas.envelope;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/// Mints UUIDs (RFC 9562): version 7 for what is new, version 5 for what must come out the same
/// when it is decided again. Reads them as strictly as they are written. Thread-safe.
public final class Ids {

    private static final UUID NAMESPACE = UUID.fromString("6f1c1a52-6a0e-5c52-9a39-6d1f0c3a9b11");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern CANONICAL =
            Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private Ids() {}

    /// A UUIDv7 of this moment. Sorts by millisecond; nothing may rely on more than that.
    public static UUID timeOrdered(Instant now) {
        byte[] random = new byte[10];
        RANDOM.nextBytes(random);
        ByteBuffer rest = ByteBuffer.wrap(random);
        long high = (now.toEpochMilli() << 16) | 0x7000L | (rest.getShort() & 0x0FFFL);
        long low = (rest.getLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return new UUID(high, low);
    }

    /// The UUIDv5 of a name in Sillok's own namespace: the same name, the same id, for ever.
    public static UUID named(String name) {
        ByteBuffer digest = ByteBuffer.wrap(sha1(name));
        long high = (digest.getLong() & 0xFFFFFFFFFFFF0FFFL) | 0x5000L;
        long low = (digest.getLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return new UUID(high, low);
    }

    /// The id that a text is, in the canonical form of 36 characters (RFC 9562, section 4); empty
    /// for every other text. [UUID#fromString(String)] takes `1-1-1-1-1` too, so that one resource
    /// would have many names.
    public static Optional<UUID> find(String text) {
        return CANONICAL.matcher(text).matches()
                ? Optional.of(UUID.fromString(text))
                : Optional.empty();
    }

    /// The same for a text that has to be an id.
    ///
    /// @throws IllegalArgumentException when `text` is none
    public static UUID parse(String text) {
        return find(text)
                .orElseThrow(
                        () -> new IllegalArgumentException("an id is a UUID of 36 characters"));
    }

    private static byte[] sha1(String name) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-1");
            digest.update(
                    ByteBuffer.allocate(16)
                            .putLong(NAMESPACE.getMostSignificantBits())
                            .putLong(NAMESPACE.getLeastSignificantBits())
                            .array());
            return digest.digest(name.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }
}
