package io.sillok.commandapi.identity.passwords;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sillok.platform.web.problems.ProblemException;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Optional;

/// Hashes passwords and compares them with hashes. Thread-safe.
///
/// Passwords are taken in Unicode normal form C, so that it does not matter which keyboard composed
/// them. Somebody whom nobody knows is compared with a hash of nothing anybody knows, at the same
/// price. So is who has a hash from when they cost less: what is missing to today's price is paid
/// for nothing, or the time of a refusal would tell who has not signed in since.
public final class Passwords {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Cost cost;
    private final HashingPool pool;
    private final Derivation derivation;
    private final PasswordHash nobodys;

    public Passwords(Cost cost, HashingPool pool) {
        this(cost, pool, Derivation::argon2id);
    }

    Passwords(Cost cost, HashingPool pool, Derivation derivation) {
        this.cost = cost;
        this.pool = pool;
        this.derivation = derivation;
        this.nobodys = new PasswordHash(cost, random(SALT_BYTES), random(HASH_BYTES));
    }

    /// How a password compares.
    public enum Match {
        RIGHT,
        /// Right, and its hash should be made anew: hashes cost something else today.
        RIGHT_AND_OUTDATED,
        WRONG
    }

    /// The hash to be kept of a password, in PHC form; another one each time.
    ///
    /// @throws ProblemException E4004 when too many passwords are being worked on
    public String hash(String password) {
        return salted(password, random(SALT_BYTES));
    }

    /// The same hash again for the same password and seed.
    ///
    /// @param seed of 16 bytes at least, different for each account and not to be guessed
    /// @throws ProblemException E4004 when too many passwords are being worked on
    public String hash(String password, byte[] seed) {
        return salted(password, Arrays.copyOf(seed, SALT_BYTES));
    }

    private String salted(String password, byte[] salt) {
        return pool.run(
                        () ->
                                new PasswordHash(
                                        cost, salt, derive(password, salt, cost, HASH_BYTES)))
                .toString();
    }

    /// Compares a password with what is kept.
    ///
    /// @param kept in PHC form; empty when nobody has that name, or they have no password
    /// @throws ProblemException E4004 when too many passwords are being worked on
    public Match match(Optional<String> kept, String password) {
        PasswordHash hash = kept.map(PasswordHash::parse).orElse(nobodys);
        boolean same = pool.run(() -> isSame(hash, password));
        if (!same || kept.isEmpty()) {
            return Match.WRONG;
        }
        return hash.cost().equals(cost) ? Match.RIGHT : Match.RIGHT_AND_OUTDATED;
    }

    private boolean isSame(PasswordHash hash, String password) {
        byte[] derived = derive(password, hash.salt(), hash.cost(), hash.hash().length);
        hash.cost()
                .upTo(cost)
                .ifPresent(rest -> derive(password, nobodys.salt(), rest, HASH_BYTES));
        return hash.isSame(derived);
    }

    private byte[] derive(String password, byte[] salt, Cost price, int length) {
        String composed = Normalizer.normalize(password, Normalizer.Form.NFC);
        return derivation.derive(composed.getBytes(UTF_8), salt, price, length);
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
