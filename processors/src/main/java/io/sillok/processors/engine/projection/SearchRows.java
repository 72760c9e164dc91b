package io.sillok.processors.engine.projection;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sillok.platform.stores.Search;
import io.sillok.processors.engine.projection.SearchDocuments.Rendering;
import io.sillok.schemas.wire.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.opensearch.client.opensearch._types.ErrorCause;
import org.opensearch.client.opensearch._types.VersionType;
import org.opensearch.client.opensearch.core.BulkRequest;
import org.opensearch.client.opensearch.core.bulk.BulkResponseItem;
import org.opensearch.client.opensearch.core.mget.MultiGetResponseItem;

/// The documents of one version of a projection in its index. Stateless.
///
/// @param index its name in OpenSearch
record SearchRows<S>(Search search, String index, SearchDocuments<S> documents) {

    private static final String STATE = "state";
    private static final int PAGE = 500;
    private static final int CHUNK_CHARACTERS = 2_000_000;
    private static final int REFUSED = 400;
    private static final int CONFLICT = 409;

    /// The rows there are, by their id; also those not visible to searches yet.
    Map<String, S> load(Set<String> ids) {
        Map<String, S> rows = new HashMap<>();
        List<String> all = List.copyOf(ids);
        for (int from = 0; from < all.size(); from += PAGE) {
            load(all.subList(from, Math.min(all.size(), from + PAGE)), rows);
        }
        return rows;
    }

    /// Writes whole rows; one that is there in a newer version stays.
    ///
    /// @return the rows that OpenSearch refuses for their own sake, with the reason
    Map<String, String> save(Map<String, S> rows) {
        Map<String, String> refused = new LinkedHashMap<>();
        Chunk chunk = new Chunk();
        for (Map.Entry<String, S> row : rows.entrySet()) {
            switch (documents.render(row.getValue())) {
                case Rendering.Impossible(var detail) -> refused.put(row.getKey(), detail);
                case Rendering.Fields(var fields) -> {
                    chunk.add(row.getKey(), row.getValue(), fields);
                    if (chunk.isFull()) {
                        refused.putAll(chunk.send());
                        chunk = new Chunk();
                    }
                }
            }
        }
        refused.putAll(chunk.send());
        return refused;
    }

    S row(ObjectNode source) {
        return Json.convert(source.path(STATE), documents.type());
    }

    private void load(List<String> ids, Map<String, S> into) {
        for (MultiGetResponseItem<ObjectNode> item : get(ids)) {
            if (item.isFailure()) {
                throw new SearchFault("a document could not be read");
            }
            ObjectNode source = item.result().source();
            if (item.result().found() && source != null) {
                into.put(item.result().id(), row(source));
            }
        }
    }

    private List<MultiGetResponseItem<ObjectNode>> get(List<String> ids) {
        try {
            return search.client()
                    .mget(m -> m.index(index).ids(ids).sourceIncludes(STATE), ObjectNode.class)
                    .docs();
        } catch (IOException e) {
            throw new SearchFault("OpenSearch does not answer", e);
        }
    }

    /// Some documents that are written by one request. Used once.
    private final class Chunk {

        private final BulkRequest.Builder bulk = new BulkRequest.Builder().index(index);
        private final List<String> ids = new ArrayList<>();
        private long characters;

        private void add(String id, S row, ObjectNode fields) {
            long version = documents.version(row);
            ObjectNode document = Json.object(Map.of("id", id, "version", version));
            document.setAll(fields);
            document.set(STATE, Json.object(row));
            bulk.operations(
                    o ->
                            o.index(
                                    i ->
                                            i.id(id)
                                                    .version(version)
                                                    .versionType(VersionType.ExternalGte)
                                                    .document(document)));
            ids.add(id);
            fields.forEach(field -> characters += field.asText().length());
        }

        private boolean isFull() {
            return ids.size() >= PAGE || characters >= CHUNK_CHARACTERS;
        }

        private Map<String, String> send() {
            if (ids.isEmpty()) {
                return Map.of();
            }
            try {
                return refused(search.client().bulk(bulk.build()).items());
            } catch (IOException e) {
                throw new SearchFault("OpenSearch does not answer", e);
            }
        }

        private Map<String, String> refused(List<BulkResponseItem> items) {
            Map<String, String> refused = new LinkedHashMap<>();
            for (int i = 0; i < ids.size(); i++) {
                BulkResponseItem item = items.get(i);
                ErrorCause error = item.error();
                if (error == null || item.status() == CONFLICT) {
                    continue;
                }
                if (item.status() != REFUSED) {
                    throw new SearchFault("a document could not be stored: " + error.type());
                }
                refused.put(ids.get(i), error.type());
            }
            return refused;
        }
    }
}
