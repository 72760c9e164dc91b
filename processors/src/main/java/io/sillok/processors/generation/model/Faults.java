package io.sillok.processors.generation.model;

import com.openai.core.http.Headers;
import com.openai.errors.OpenAIIoException;
import com.openai.errors.OpenAIServiceException;
import io.sillok.processors.generation.model.ModelFault.Wait;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/// What the library throws, as faults.
final class Faults {

    private static final int NOT_AUTHENTICATED = 401;
    private static final int NOT_PERMITTED = 403;
    private static final int NOT_FOUND = 404;
    private static final int TOO_MANY = 429;
    private static final int CLIENT_ERROR = 400;
    private static final int SERVER_ERROR = 500;

    private Faults() {}

    static ModelFault of(RuntimeException failure) {
        return switch (failure) {
            case OpenAIServiceException answered -> of(answered);
            case OpenAIIoException broken -> of(broken);
            // whatever else the library meets is in what it was sent
            default -> new ModelFault.Garbage();
        };
    }

    private static ModelFault of(OpenAIServiceException answered) {
        int status = answered.statusCode();
        return switch (status) {
            case NOT_AUTHENTICATED, NOT_PERMITTED -> new ModelFault.RefusedKey();
            case NOT_FOUND -> new ModelFault.Unknown();
            case TOO_MANY -> new ModelFault.Limited(retryAfter(answered.headers()));
            // an error that stands in a stream comes with the stream's status
            default ->
                    status >= SERVER_ERROR || status < CLIENT_ERROR
                            ? new ModelFault.Failing()
                            : new ModelFault.RefusedRequest();
        };
    }

    private static ModelFault of(OpenAIIoException broken) {
        return Stream.<Throwable>iterate(broken, cause -> cause != null, Throwable::getCause)
                .flatMap(cause -> connecting(cause).stream())
                .findFirst()
                .orElseGet(ModelFault.Cut::new);
    }

    /// The library waits for connections only, so a timeout is one of those.
    private static Optional<ModelFault> connecting(Throwable cause) {
        return switch (cause) {
            case ConnectException _, NoRouteToHostException _, UnknownHostException _ ->
                    Optional.of(new ModelFault.Unreachable());
            case SocketTimeoutException _ -> Optional.of(new ModelFault.TimedOut(Wait.CONNECTION));
            default -> Optional.empty();
        };
    }

    /// Seconds; dates are not used by those who speak this protocol.
    private static Optional<Duration> retryAfter(Headers headers) {
        return headers.values("Retry-After").stream()
                .filter(value -> value.matches("[0-9]{1,6}"))
                .map(value -> Duration.ofSeconds(Long.parseLong(value)))
                .findFirst();
    }
}
