package io.sillok.schemas.wire;

/// The released name of a message type: what `ce_type` holds. It is never derived from the name of
/// a Java class, so classes may be renamed.
///
/// @param context the bounded context, `catalog`
/// @param name kebab-case, `material-received`
/// @param version of its schema, from 1; a new meaning is a new name, not a new version
/// @param javaType the record that is the schema
public record MessageType<T>(String context, String name, int version, Class<T> javaType) {

    /// The CloudEvents `type`: `io.sillok.catalog.material-received.v1`.
    public String ceType() {
        return "io.sillok." + context + "." + name + ".v" + version;
    }
}
