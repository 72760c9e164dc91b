package io.sillok.schemas.golden;

import io.sillok.schemas.wire.Headers;
import io.sillok.schemas.wire.WireRecord;

/// One message and the record that carries it.
///
/// @param name of the sample within its type, kebab-case
/// @param message what decoding `record` must give
record Sample(String name, Object message, WireRecord record) {

    String type() {
        return record.header(Headers.TYPE).orElseThrow();
    }

    @Override
    public String toString() {
        return type() + "/" + name;
    }
}
