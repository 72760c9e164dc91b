package io.sillok.commandapi.identity.oidc;

import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPRequestSender;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPRequest;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPResponse;
import io.dropwizard.lifecycle.Managed;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// How providers are talked to: each call is over in [#PATIENCE], whatever the other side does, no
/// redirect is followed, and an answer that is too large is none. Thread-safe.
final class ProviderHttp implements HTTPRequestSender, ResourceRetriever, Managed {

    static final Duration PATIENCE = Duration.ofSeconds(3);

    private static final long LARGEST_ANSWER = 256 * 1024;

    private final HttpClient http =
            HttpClient.newBuilder()
                    .connectTimeout(PATIENCE)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();

    @Override
    public ReadOnlyHTTPResponse send(ReadOnlyHTTPRequest request) throws IOException {
        HttpRequest.Builder builder = HttpRequest.newBuilder(request.getURI());
        request.getHeaderMap()
                .forEach((name, values) -> values.forEach(value -> builder.header(name, value)));
        String body = request.getBody();
        builder.method(
                request.getMethod().name(),
                body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        return received(exchange(builder.build()));
    }

    @Override
    public Resource retrieveResource(URL url) throws IOException {
        HttpResponse<String> response =
                exchange(HttpRequest.newBuilder(URI.create(url.toString())).build());
        if (response.statusCode() != HTTPResponse.SC_OK) {
            throw new IOException("answered with status " + response.statusCode());
        }
        return new Resource(response.body(), null);
    }

    private static HTTPResponse received(HttpResponse<String> response) throws IOException {
        HTTPResponse answer = new HTTPResponse(response.statusCode());
        answer.setBody(response.body());
        try {
            answer.setContentType(response.headers().firstValue("Content-Type").orElse(null));
        } catch (ParseException e) {
            throw new IOException("answered in no form that there is", e);
        }
        return answer;
    }

    /// The client's own timeout ends with the headers, so the time is taken here.
    private HttpResponse<String> exchange(HttpRequest request) throws IOException {
        CompletableFuture<HttpResponse<String>> answer =
                http.sendAsync(
                        request, BodyHandlers.limiting(BodyHandlers.ofString(), LARGEST_ANSWER));
        try {
            return answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new IOException("did not answer", e.getCause());
        } catch (TimeoutException _) {
            answer.cancel(true);
            throw new HttpTimeoutException("did not answer in time");
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }

    @Override
    public void stop() {
        http.shutdownNow();
    }
}
