package io.sillok.sandbox;

/// The sandbox model cannot start. The message says why.
public final class SandboxFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    SandboxFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
