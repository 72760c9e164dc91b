package io.sillok.schemas.generation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.sillok.schemas.envelope.Ids;
import io.sillok.schemas.envelope.Subject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/// The identity of a generation: a UUID of version 8 (RFC 9562) that begins with the first half of
/// its account's id, so that it alone tells where the generation is decided. The second half is its
/// own.
public record GenerationId(UUID value) {

    public GenerationId {
        if (!AccountId.owns(value)) {
            throw new IllegalArgumentException("not the id of a generation: " + value);
        }
    }

    /// Reads an id from a path or a field.
    ///
    /// @throws IllegalArgumentException when `text` is not the id of a generation
    @JsonCreator
    public static GenerationId parse(String text) {
        return new GenerationId(Ids.parse(text));
    }

    /// The generation that a UUID names; empty when it can be none's id.
    public static Optional<GenerationId> find(UUID id) {
        return AccountId.owns(id) ? Optional.of(new GenerationId(id)) : Optional.empty();
    }

    /// The id of a new generation: the same for the same account and seed.
    public static GenerationId of(AccountId account, UUID seed) {
        return new GenerationId(account.owned("generation", seed));
    }

    /// Whose generation it is.
    public AccountId account() {
        return AccountId.sharing(value.getMostSignificantBits());
    }

    /// The generation as the subject of messages. It is decided under the key of its account.
    public Subject subject() {
        return new Subject("generations", value);
    }

    /// What a person quotes when the generation failed: `INC-20260131-9A0B1C2D`.
    ///
    /// @param time of the failure
    public String incident(Instant time) {
        String day =
                DateTimeFormatter.BASIC_ISO_DATE.format(
                        time.atOffset(ZoneOffset.UTC).toLocalDate());
        String digits = value.toString().replace("-", "").substring(24);
        return "INC-" + day + "-" + digits.toUpperCase(Locale.ROOT);
    }

    @JsonValue
    @Override
    public String toString() {
        return value.toString();
    }
}
