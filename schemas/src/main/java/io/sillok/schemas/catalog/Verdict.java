package io.sillok.schemas.catalog;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/// What a scan found. Everything that is not [Clean] keeps the file locked away.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "verdict")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Verdict.Clean.class, name = "clean"),
    @JsonSubTypes.Type(value = Verdict.Infected.class, name = "infected"),
    @JsonSubTypes.Type(value = Verdict.Unscannable.class, name = "unscannable"),
    @JsonSubTypes.Type(value = Verdict.Failed.class, name = "scan-failed")
})
public sealed interface Verdict {

    /// Nothing is wrong with it.
    record Clean(Extract extract) implements Verdict {}

    /// It holds something harmful.
    ///
    /// @param signature the name of what was found, as the scanner calls it
    record Infected(String signature) implements Verdict {}

    /// The file cannot be looked into, for example encrypted or beyond the scanner's limits.
    ///
    /// @param reason kebab-case
    record Unscannable(String reason) implements Verdict {}

    /// The scanner gave up after all its tries.
    ///
    /// @param reason kebab-case
    record Failed(String reason) implements Verdict {}
}
