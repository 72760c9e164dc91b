package io.sillok.platform.web.problems;

import io.sillok.platform.web.exchange.Exchange;
import io.sillok.platform.web.exchange.Incident;
import io.sillok.platform.web.exchange.StandardHeaders;
import io.sillok.schemas.problems.Problem;
import io.sillok.schemas.wire.Json;
import java.nio.ByteBuffer;
import java.time.Clock;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/// Answers what never reaches a resource: a URI or header that Jetty refuses, a request that comes
/// when the server is full. The answer has the same form as any other problem.
public final class ServerErrorHandler extends ErrorHandler {

    private final Clock clock = Clock.systemUTC();

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Exchange exchange = Exchange.of(request);
        int status = response.getStatus();
        Problem problem = StatusProblems.of(status);
        Incident incident = Incident.now(clock);
        exchange.failed(problem.code(), incident);
        StandardHeaders.apply(response.getHeaders(), exchange);
        StandardHeaders.applyLast(response.getHeaders(), exchange);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, ProblemDocument.MEDIA_TYPE);
        byte[] document = Json.bytes(ProblemDocument.of(problem, status, incident, path(request)));
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, document.length);
        response.write(true, ByteBuffer.wrap(document), callback);
        return true;
    }

    private static String path(Request request) {
        String path = request.getHttpURI().getPath();
        return path == null || path.equals("/badMessage") ? "" : path;
    }
}
