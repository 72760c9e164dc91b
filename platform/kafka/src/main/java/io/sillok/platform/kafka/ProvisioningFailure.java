package io.sillok.platform.kafka;

/// The log is not as the platform needs it. The message says what to do.
public final class ProvisioningFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ProvisioningFailure(String message) {
        super(message);
    }
}
