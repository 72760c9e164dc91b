package io.sillok.platform.stores.personal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.sillok.platform.stores.Postgres;
import io.sillok.platform.stores.personal.PersonKeyStore.Stored;
import io.sillok.schemas.personal.DataKey;
import io.sillok.schemas.personal.KeysUnavailable;
import io.sillok.schemas.personal.PersonKeys;
import io.sillok.schemas.personal.UserId;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import org.jdbi.v3.core.JdbiException;

/// The keys of persons: random, one for each, in Postgres, wrapped by the master key. Thread-safe.
///
/// Keys and the fact that one is destroyed are remembered for a minute, so an erasure is complete
/// everywhere a minute later at most, and at once where [#erased] is told of it. While Postgres is
/// away only what is remembered can be had; then every call fails with [KeysUnavailable], and after
/// the first one for a second at once, so that nobody waits behind others in vain.
public final class PersonKeyVault implements PersonKeys {

    static final Duration REMEMBERED = Duration.ofMinutes(1);
    static final Duration GIVEN_UP = Duration.ofSeconds(1);

    private static final int MOST = 10_000;
    private static final int ID_BYTES = 5;

    private final PersonKeyStore store;
    private final MasterKey master;
    private final Ticker ticker;
    private final Cache<UserId, Found> cache;
    private volatile Optional<Long> failed = Optional.empty();

    public PersonKeyVault(Postgres postgres, MasterKey master) {
        this(postgres, master, Ticker.systemTicker());
    }

    PersonKeyVault(Postgres postgres, MasterKey master, Ticker ticker) {
        this.store = new PersonKeyStore(postgres.jdbi());
        this.master = master;
        this.ticker = ticker;
        this.cache =
                Caffeine.newBuilder()
                        .maximumSize(MOST)
                        .expireAfterWrite(REMEMBERED)
                        .ticker(ticker)
                        .build();
    }

    /// The key of a person, made when there is none; empty once it is destroyed. Of several who
    /// make it at the same time all get the same.
    @Override
    public Optional<DataKey> current(UserId person) {
        return switch (cached(person)) {
            case Found.Key(var key) -> Optional.of(key);
            case Found.Destroyed _, Found.Withheld _ -> Optional.empty();
            case Found.Unknown _ -> made(person);
        };
    }

    @Override
    public Found find(UserId person, String keyId) {
        Found found = cached(person);
        return found instanceof Found.Key(var key) && !key.id().equals(keyId)
                ? new Found.Unknown()
                : found;
    }

    /// Remembers a person's key no longer. For whoever reads that the person was erased.
    public void forget(UserId person) {
        cache.invalidate(person);
    }

    /// Takes a person's key for destroyed, although it may not be yet, and although it may be
    /// remembered. For whoever reads on the log that the person was erased.
    public void erased(UserId person) {
        cache.put(person, new Found.Destroyed());
    }

    /// Destroys a person's key for ever, and sees to it that there will never be another one. May
    /// be repeated.
    ///
    /// @return false when it was destroyed before
    public boolean destroy(UserId person) {
        boolean destroyed = reached(() -> store.destroy(person));
        forget(person);
        return destroyed;
    }

    /// Wraps every key that an older master key wrapped by the newest one, so that the older ones
    /// can be given up. Others may use the keys meanwhile.
    ///
    /// @return how many were wrapped anew
    public int rewrap() {
        return reached(() -> new Rewrapping(store, master).run());
    }

    private Optional<DataKey> made(UserId person) {
        String id = "k" + HexFormat.of().formatHex(DataKey.randomSecret(), 0, ID_BYTES);
        MasterKey.Wrapped wrapped = master.wrap(DataKey.randomSecret(), context(person, id));
        reached(() -> store.insert(person, new Stored(id, wrapped)));
        forget(person);
        return cached(person) instanceof Found.Key(var key) ? Optional.of(key) : Optional.empty();
    }

    /// What is not there is not remembered: it may be there a moment later.
    private Found cached(UserId person) {
        Found found = cache.get(person, this::loaded);
        if (found instanceof Found.Unknown) {
            forget(person);
        }
        return found;
    }

    private Found loaded(UserId person) {
        return reached(() -> store.find(person))
                .map(row -> found(person, row))
                .orElseGet(Found.Unknown::new);
    }

    private Found found(UserId person, PersonKeyStore.Row row) {
        return switch (row) {
            case PersonKeyStore.Row.Kept(var key) ->
                    new Found.Key(
                            new DataKey(
                                    key.id(),
                                    master.unwrap(key.wrapped(), context(person, key.id()))));
            case PersonKeyStore.Row.Destroyed _ -> new Found.Destroyed();
        };
    }

    private <T> T reached(Statement<T> statement) {
        Optional<Long> since = failed;
        if (since.isPresent() && ticker.read() - since.get() < GIVEN_UP.toNanos()) {
            throw new KeysUnavailable("the keys of persons could not be read a moment ago");
        }
        try {
            T result = statement.run();
            failed = Optional.empty();
            return result;
        } catch (JdbiException e) {
            failed = Optional.of(ticker.read());
            throw new KeysUnavailable("the keys of persons cannot be read", e);
        }
    }

    static String context(UserId person, String keyId) {
        return "person-key/" + person + "/" + keyId;
    }

    private interface Statement<T> {
        T run();
    }
}
