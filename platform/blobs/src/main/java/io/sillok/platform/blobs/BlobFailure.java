package io.sillok.platform.blobs;

/// The store itself failed: disk full, S3 unreachable, a blob that should be there is not. Never
/// the fault of who sent or asked for the bytes.
public final class BlobFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public BlobFailure(String message) {
        super(message);
    }

    public BlobFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
