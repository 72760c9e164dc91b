package io.sillok.processors.engine.projection;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sillok.platform.stores.Search;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.opensearch.client.opensearch._types.FieldValue;
import org.opensearch.client.opensearch._types.SortOrder;
import org.opensearch.client.opensearch.core.SearchRequest;
import org.opensearch.client.opensearch.core.search.Hit;

/// Every document of an index in the order of its `id`, a page at a time. Used by one thread.
final class SearchScan implements Iterator<ObjectNode> {

    private static final int PAGE = 500;

    private final Search search;
    private final String index;
    private final String field;
    private final Deque<ObjectNode> page = new ArrayDeque<>();
    private List<FieldValue> after = List.of();
    private boolean ended;

    /// @param field the only one that is read
    SearchScan(Search search, String index, String field) {
        this.search = search;
        this.index = index;
        this.field = field;
    }

    /// Makes everything visible that was written before.
    void refresh() {
        try {
            var _ = search.client().indices().refresh(r -> r.index(index));
        } catch (IOException e) {
            throw new SearchFault("OpenSearch does not answer", e);
        }
    }

    @Override
    public boolean hasNext() {
        if (page.isEmpty() && !ended) {
            turn();
        }
        return !page.isEmpty();
    }

    @Override
    public ObjectNode next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return page.remove();
    }

    private void turn() {
        try {
            List<Hit<ObjectNode>> hits =
                    search.client().search(request(), ObjectNode.class).hits().hits();
            for (Hit<ObjectNode> hit : hits) {
                ObjectNode source = hit.source();
                if (source != null) {
                    page.add(source);
                }
                after = hit.sort();
            }
            ended = hits.size() < PAGE;
        } catch (IOException e) {
            throw new SearchFault("OpenSearch does not answer", e);
        }
    }

    private SearchRequest request() {
        SearchRequest.Builder request =
                new SearchRequest.Builder()
                        .index(index)
                        .size(PAGE)
                        .source(s -> s.filter(f -> f.includes(field)))
                        .sort(s -> s.field(f -> f.field("id").order(SortOrder.Asc)));
        return after.isEmpty() ? request.build() : request.searchAfter(after).build();
    }
}
