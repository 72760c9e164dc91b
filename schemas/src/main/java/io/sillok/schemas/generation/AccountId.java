package io.sillok.schemas.generation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.sillok.schemas.envelope.BoundaryKey;
import io.sillok.schemas.envelope.Ids;
import io.sillok.schemas.envelope.Subject;
import io.sillok.schemas.personal.UserId;
import java.util.Optional;
import java.util.UUID;

/// The identity of the account that a person's generations are taken from: a UUID of version 8 (RFC
/// 9562) that follows from the person's id. Its second half is always the same; the first half is
/// shared by the ids of the account's generations and agents, so that each of them alone tells
/// where it is decided.
public record AccountId(UUID value) {

    /// The variant of RFC 9562 and nothing else.
    private static final long SECOND_HALF = 0x8000000000000000L;

    private static final int VERSION = 8;
    private static final int VARIANT = 2;
    private static final long WITHOUT_VERSION = 0xFFFFFFFFFFFF0FFFL;
    private static final long VERSION_BITS = 0x8000L;

    public AccountId {
        if (!isOne(value)) {
            throw new IllegalArgumentException("not the id of an account: " + value);
        }
    }

    /// Reads an id from a path or a field.
    ///
    /// @throws IllegalArgumentException when `text` is not the id of an account
    @JsonCreator
    public static AccountId parse(String text) {
        return new AccountId(Ids.parse(text));
    }

    /// The account that a UUID names; empty when it can be none's id.
    public static Optional<AccountId> find(UUID id) {
        return isOne(id) ? Optional.of(new AccountId(id)) : Optional.empty();
    }

    /// The account of a person, with 60 bits of a hash of their id.
    public static AccountId of(UserId person) {
        return sharing(Ids.named("account " + person).getMostSignificantBits());
    }

    /// The account whose id has this first half, whatever its version says.
    static AccountId sharing(long firstHalf) {
        return new AccountId(new UUID((firstHalf & WITHOUT_VERSION) | VERSION_BITS, SECOND_HALF));
    }

    /// The id of something new that belongs to the account: the same for the same seed, with 62
    /// bits of it.
    UUID owned(String kind, UUID seed) {
        long own = Ids.named(kind + " " + seed).getLeastSignificantBits();
        return new UUID(value.getMostSignificantBits(), own);
    }

    /// Whether a UUID can be the id of something that belongs to an account.
    static boolean owns(UUID id) {
        return id.version() == VERSION && id.variant() == VARIANT;
    }

    /// Where the account, its budget, its generations and its agents are decided.
    public BoundaryKey key() {
        return new BoundaryKey("accounts/" + value);
    }

    /// The account's budget as the subject of messages.
    public Subject budget() {
        return new Subject("budgets", value);
    }

    @JsonValue
    @Override
    public String toString() {
        return value.toString();
    }

    private static boolean isOne(UUID id) {
        return id.version() == VERSION && id.getLeastSignificantBits() == SECOND_HALF;
    }
}
