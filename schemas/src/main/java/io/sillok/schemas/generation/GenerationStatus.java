package io.sillok.schemas.generation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// How far a generation is. The last three are final.
public enum GenerationStatus {
    /// It waits for a worker.
    REQUESTED,
    /// A worker has the model answer.
    STARTED,
    /// It is not wanted any more; a worker still has to say what it took.
    STOPPING,
    COMPLETED,
    FAILED,
    STOPPED;

    /// Whether nothing more happens to it but feedback.
    public boolean isFinal() {
        return compareTo(COMPLETED) >= 0;
    }

    /// Reads the kebab-case word of the API.
    ///
    /// @throws IllegalArgumentException when none has this name
    @JsonCreator
    public static GenerationStatus parse(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /// The kebab-case word of the API.
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
