package io.sillok.schemas.topics;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// The prefix of every name in every engine, so that several installations share engines without
/// seeing each other.
public record Namespace(String value) {

    @JsonCreator
    public Namespace {
        if (!value.matches("[a-z][a-z0-9]{0,29}")) {
            throw new IllegalArgumentException(
                    "a namespace is 1 to 30 lower-case letters and digits, a letter first");
        }
    }

    /// A dotted name for Kafka: topics, groups, application ids.
    public String dotted(String name) {
        return value + "." + name;
    }

    /// A hyphenated name for OpenSearch.
    public String hyphenated(String name) {
        return value + "-" + name;
    }

    /// An identifier for Postgres.
    public String underscored(String name) {
        return value + "_" + name;
    }

    @JsonValue
    @Override
    public String toString() {
        return value;
    }
}
