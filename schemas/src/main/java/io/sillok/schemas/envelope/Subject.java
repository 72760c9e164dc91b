package io.sillok.schemas.envelope;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/// The resource a message is about, written `materials/0190…`: its collection and its id.
///
/// Version, sequence and hash chain are counted per subject. It is the CloudEvents `subject`.
///
/// @param collection plural, kebab-case, as in the resource's path
/// @param id the resource's id within the collection
public record Subject(String collection, UUID id) {

    public Subject {
        if (!collection.matches("[a-z][a-z-]*")) {
            throw new IllegalArgumentException("not a collection name: " + collection);
        }
    }

    /// Reads the form that [#toString()] writes.
    ///
    /// @throws IllegalArgumentException when `text` is not `collection/uuid`
    @JsonCreator
    public static Subject parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException("a subject is collection/uuid");
        }
        return new Subject(text.substring(0, slash), Ids.parse(text.substring(slash + 1)));
    }

    @JsonValue
    @Override
    public String toString() {
        return collection + "/" + id;
    }
}
