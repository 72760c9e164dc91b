package io.sillok.schemas.wire;

import io.sillok.schemas.personal.PersonalTypes;
import io.sillok.schemas.topics.Topic;
import java.util.List;

/// The released name of a message type: what `ce_type` holds. It is never derived from the name of
/// a Java class, so classes may be renamed.
///
/// @param topics where such messages stand
/// @param context the bounded context, `catalog`
/// @param name kebab-case, `material-received`
/// @param version of its schema, from 1; a new meaning is a new name, not a new version
/// @param javaType the record that is the schema
/// @param holdsPersonalData whether the record has components that are encrypted
public record MessageType<T>(
        List<Topic> topics,
        String context,
        String name,
        int version,
        Class<T> javaType,
        boolean holdsPersonalData) {

    public MessageType {
        topics = List.copyOf(topics);
    }

    /// The type of a record, which says itself whether it holds personal data.
    public MessageType(
            List<Topic> topics, String context, String name, int version, Class<T> javaType) {
        this(topics, context, name, version, javaType, PersonalTypes.holdPersonalData(javaType));
    }

    /// The CloudEvents `type`: `io.sillok.catalog.material-received.v1`.
    public String ceType() {
        return "io.sillok." + context + "." + name + ".v" + version;
    }

    /// True when such messages stand on topics of this kind.
    boolean travelsAs(Topic.Kind kind) {
        return topics.stream().anyMatch(topic -> topic.kind() == kind);
    }
}
