package io.sillok.platform.web.exchange;

import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/// Where every request comes in: it begins the [Exchange], gives the answer its standard headers
/// and lets only so many requests to the API be under way at once. Beyond that the answer is 503
/// with `Retry-After`; health, metrics and docs are always let in. Thread-safe.
public final class FrontDoor extends Handler.Wrapper {

    private final String bounded;
    private final int maxInFlight;
    private final AtomicInteger inFlight = new AtomicInteger();

    /// @param bounded the path prefix of the requests that are counted
    public FrontDoor(String bounded, int maxInFlight, Handler next) {
        super(next);
        this.bounded = bounded;
        this.maxInFlight = maxInFlight;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Exchange exchange = Exchange.of(request);
        StandardHeaders.apply(response.getHeaders(), exchange);
        Response timed = new TimedResponse(request, response, exchange);
        Callback ending = Callback.from(() -> lastHeaders(timed, exchange), callback);
        if (!Request.getPathInContext(request).startsWith(bounded)) {
            return super.handle(request, timed, ending);
        }
        if (inFlight.incrementAndGet() > maxInFlight) {
            inFlight.decrementAndGet();
            response.getHeaders().put(HttpHeader.RETRY_AFTER, 1);
            Response.writeError(request, timed, ending, HttpStatus.SERVICE_UNAVAILABLE_503);
            return true;
        }
        Request.addCompletionListener(request, _ -> inFlight.decrementAndGet());
        return super.handle(request, timed, ending);
    }

    private static void lastHeaders(Response response, Exchange exchange) {
        if (!response.isCommitted()) {
            StandardHeaders.applyLast(response.getHeaders(), exchange);
        }
    }

    private static final class TimedResponse extends Response.Wrapper {

        private final Exchange exchange;

        TimedResponse(Request request, Response response, Exchange exchange) {
            super(request, response);
            this.exchange = exchange;
        }

        @Override
        public void write(boolean last, ByteBuffer bytes, Callback callback) {
            lastHeaders(this, exchange);
            super.write(last, bytes, callback);
        }
    }
}
