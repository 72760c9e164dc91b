package io.sillok.platform.stores;

/// The schema of a store could not be brought to what this version needs. A person must act; the
/// message says how.
public final class SchemaFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SchemaFailure(String message) {
        super(message);
    }

    public SchemaFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
