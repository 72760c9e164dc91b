package io.sillok.processors.engine;

import io.sillok.schemas.envelope.EventEnvelope;
import java.util.List;
import java.util.Optional;

/// Says which soft references an event gives or takes away. Pure.
public interface ReferenceIndex {

    /// For contexts whose boundaries need to know nothing of each other: they save the store.
    ReferenceIndex NONE = _ -> List.of();

    List<Change> changes(EventEnvelope<Object> event);

    /// One entry of the index.
    ///
    /// @param value empty removes the entry
    /// @param onlyIfAbsent keep what is there: the first one wins
    record Change(String name, Optional<String> value, boolean onlyIfAbsent) {

        public static Change note(String name, String value) {
            return new Change(name, Optional.of(value), false);
        }

        public static Change noteFirst(String name, String value) {
            return new Change(name, Optional.of(value), true);
        }

        public static Change forget(String name) {
            return new Change(name, Optional.empty(), false);
        }
    }
}
