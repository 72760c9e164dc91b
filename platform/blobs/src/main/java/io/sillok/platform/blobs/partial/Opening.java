package io.sillok.platform.blobs.partial;

/// Whether an upload can be written.
public sealed interface Opening {

    /// By this writer alone, until it is closed.
    record Opened(UploadWriter writer) implements Opening {}

    /// Somebody else is writing it, in this process or in another.
    record Busy() implements Opening {}

    /// Nothing is missing from it.
    record Finished(PartialUpload upload) implements Opening {}

    /// There is none, or no longer.
    record Missing() implements Opening {}
}
