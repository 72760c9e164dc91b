package io.sillok.platform.stores;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.sillok.schemas.topics.Namespace;
import io.sillok.schemas.wire.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.util.Timeout;
import org.opensearch.client.json.jackson.JacksonJsonpMapper;
import org.opensearch.client.opensearch.OpenSearchClient;
import org.opensearch.client.transport.OpenSearchTransport;
import org.opensearch.client.transport.httpclient5.ApacheHttpClient5TransportBuilder;

/// A client of OpenSearch that speaks the platform's JSON. Thread-safe.
///
/// A node that is dead or frozen makes a call fail within four seconds; it is never asked twice for
/// one call.
public final class Search implements AutoCloseable {

    private static final Timeout CONNECT = Timeout.ofSeconds(1);

    /// How long a request waits for an answer of OpenSearch.
    private static final Duration REQUEST = Duration.ofSeconds(3);

    private final OpenSearchTransport transport;
    private final OpenSearchClient client;
    private final Namespace namespace;

    private Search(OpenSearchTransport transport, Namespace namespace) {
        this.transport = transport;
        this.client = new OpenSearchClient(transport);
        this.namespace = namespace;
    }

    /// Makes a client; connects when it is first needed.
    public static Search open(OpenSearchSettings settings) {
        return open(settings, REQUEST);
    }

    /// Makes a client for work that nobody waits for, which may take longer than a request.
    ///
    /// @param patience with one answer
    public static Search open(OpenSearchSettings settings, Duration patience) {
        HttpHost[] hosts = settings.nodes().stream().map(Search::host).toArray(HttpHost[]::new);
        Header[] headers = authorization(settings).stream().toArray(Header[]::new);
        ObjectMapper json = Json.dialect().build();
        return new Search(
                ApacheHttpClient5TransportBuilder.builder(hosts)
                        .setMapper(new JacksonJsonpMapper(json))
                        .setDefaultHeaders(headers)
                        .setConnectionConfigCallback(c -> c.setConnectTimeout(CONNECT))
                        .setRequestConfigCallback(
                                request ->
                                        request.setConnectionRequestTimeout(CONNECT)
                                                .setResponseTimeout(Timeout.of(patience)))
                        .setHttpClientConfigCallback(http -> http.disableAutomaticRetries())
                        .build(),
                settings.namespace());
    }

    public OpenSearchClient client() {
        return client;
    }

    /// What this installation calls an index, an alias: `sillok-materials`.
    public String name(String name) {
        return namespace.hyphenated(name);
    }

    @Override
    public void close() {
        try {
            transport.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HttpHost host(URI node) {
        return new HttpHost(node.getScheme(), node.getHost(), node.getPort());
    }

    private static Optional<Header> authorization(OpenSearchSettings settings) {
        return Optional.ofNullable(settings.nodes().getFirst().getUserInfo())
                .map(user -> user.getBytes(StandardCharsets.UTF_8))
                .map(user -> "Basic " + Base64.getEncoder().encodeToString(user))
                .map(value -> new BasicHeader("Authorization", value));
    }
}
