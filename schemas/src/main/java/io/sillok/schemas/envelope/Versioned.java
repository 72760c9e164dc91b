package io.sillok.schemas.envelope;

/// A resource whose version says which of its representations this is: the version is its ETag.
public interface Versioned {

    /// How many events made it, from 1.
    long version();
}
