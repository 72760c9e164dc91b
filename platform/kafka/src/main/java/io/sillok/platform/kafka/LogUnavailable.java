package io.sillok.platform.kafka;

/// The log did not answer in time. What was asked of it may or may not have happened.
public final class LogUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public LogUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
