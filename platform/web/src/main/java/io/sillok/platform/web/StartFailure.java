package io.sillok.platform.web;

import java.net.BindException;
import org.jspecify.annotations.Nullable;

/// A service does not start. The message is one line that says what to do.
public final class StartFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    private StartFailure(String message, Throwable cause) {
        super(message, cause);
    }

    static StartFailure of(String service, WebSettings web, Throwable cause) {
        String where = web.host() + ":" + web.port();
        return new StartFailure(
                isBindFailure(cause)
                        ? service
                                + " cannot listen on "
                                + where
                                + ": stop what uses the port, or"
                                + " choose another"
                        : service + " does not start: " + cause.getMessage(),
                cause);
    }

    private static boolean isBindFailure(@Nullable Throwable cause) {
        return cause != null && (cause instanceof BindException || isBindFailure(cause.getCause()));
    }
}
