package io.sillok.standalone.stage;

import com.fasterxml.jackson.databind.JsonNode;
import io.sillok.schemas.wire.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.Map;

/// Reads an index of OpenSearch whole, apart from the product's own readers.
///
/// @param prefix the namespace of the indices
public record SearchDocuments(HttpClient http, URI url, String prefix) {

    private static final int MOST = 10_000;

    /// Every document's source, by its id. Indices of more than 10,000 documents are refused.
    public Map<String, JsonNode> all(String index) {
        String path = "/" + prefix + "-" + index;
        get(path + "/_refresh");
        JsonNode hits = get(path + "/_search?size=" + MOST).path("hits").path("hits");
        if (hits.size() == MOST) {
            throw new IllegalStateException("too many documents to read at once");
        }
        Map<String, JsonNode> all = new LinkedHashMap<>();
        hits.forEach(hit -> all.put(hit.path("_id").asText(), hit.path("_source")));
        return all;
    }

    private JsonNode get(String path) {
        try {
            HttpRequest request = HttpRequest.newBuilder(url.resolve(path)).build();
            return Json.tree(http.send(request, BodyHandlers.ofByteArray()).body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading the index", e);
        }
    }
}
