package io.sillok.standalone;

/// A command cannot be carried out. The message is one line for a person and says what to do; there
/// is nothing more to tell, so no stack trace is ever shown.
public final class LaunchFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public LaunchFailure(String message) {
        super(message);
    }

    public LaunchFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
