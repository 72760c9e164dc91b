package io.sillok.schemas.personal;

/// The keys of persons cannot be had at the moment, so nothing can be said about data that is
/// encrypted under them. Whoever gets this waits and tries again, or answers E5003; it never means
/// that the data is wrong or gone.
public final class KeysUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1;

    public KeysUnavailable(String message) {
        super(message);
    }

    public KeysUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
