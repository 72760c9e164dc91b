package io.sillok.schemas.generation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.sillok.schemas.envelope.Ids;
import io.sillok.schemas.envelope.Subject;
import java.util.Optional;
import java.util.UUID;

/// The identity of an agent: a UUID of version 8 (RFC 9562) that begins with the first half of its
/// account's id, so that it alone tells where the agent is decided. The second half is its own.
public record AgentId(UUID value) {

    public AgentId {
        if (!AccountId.owns(value)) {
            throw new IllegalArgumentException("not the id of an agent: " + value);
        }
    }

    /// Reads an id from a path or a field.
    ///
    /// @throws IllegalArgumentException when `text` is not the id of an agent
    @JsonCreator
    public static AgentId parse(String text) {
        return new AgentId(Ids.parse(text));
    }

    /// The agent that a UUID names; empty when it can be none's id.
    public static Optional<AgentId> find(UUID id) {
        return AccountId.owns(id) ? Optional.of(new AgentId(id)) : Optional.empty();
    }

    /// The id of a new agent: the same for the same account and seed.
    public static AgentId of(AccountId account, UUID seed) {
        return new AgentId(account.owned("agent", seed));
    }

    /// Whose agent it is.
    public AccountId account() {
        return AccountId.sharing(value.getMostSignificantBits());
    }

    /// The agent as the subject of messages. It is decided under the key of its account.
    public Subject subject() {
        return new Subject("agents", value);
    }

    @JsonValue
    @Override
    public String toString() {
        return value.toString();
    }
}
