package io.sillok.platform.blobs.partial;

/// What became of the wish to begin an upload.
public sealed interface Creation {

    /// It can be written.
    record Created(PartialUpload upload) implements Creation {}

    /// Its owner began one with this id before.
    record Existing(PartialUpload upload) implements Creation {}

    /// Its owner has as many unfinished ones as they may have.
    record TooMany() implements Creation {}

    /// The unfinished ones of its owner would be longer than they may be.
    record TooLong() implements Creation {}
}
