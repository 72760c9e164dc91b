package io.sillok.queryapi.catalog.search;

import io.sillok.schemas.search.Hangul;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.opensearch.client.opensearch._types.FieldValue;
import org.opensearch.client.opensearch._types.SearchType;
import org.opensearch.client.opensearch._types.query_dsl.Query;
import org.opensearch.client.opensearch.core.SearchRequest;

/// Suggestions as OpenSearch wants to be asked for them. Stateless.
final class SuggestRequests {

    private static final String CANCELLED_AFTER = "2s";
    private static final float WHOLE_BEGINS = 10f;

    private SuggestRequests() {}

    static SearchRequest of(List<String> indices, SuggestQuery query) {
        return SearchRequest.of(
                r ->
                        r.index(indices)
                                .query(
                                        q ->
                                                q.bool(
                                                        b ->
                                                                b.must(all(query))
                                                                        .should(whole(query))
                                                                        .filter(filters(query))))
                                .searchType(SearchType.DfsQueryThenFetch)
                                .collapse(c -> c.field("title.exact"))
                                .size(query.size())
                                .source(s -> s.filter(f -> f.includes("type", "id", "title")))
                                .cancelAfterTimeInterval(t -> t.time(CANCELLED_AFTER)));
    }

    /// Every word begins some word of the title.
    private static List<Query> all(SuggestQuery query) {
        List<String> words = query.typed().words();
        return words.isEmpty()
                ? List.of(Query.of(q -> q.matchNone(n -> n)))
                : words.stream().map(SuggestRequests::begins).toList();
    }

    private static Query begins(String word) {
        String letters = Hangul.lettersOf(word);
        return match(Hangul.areInitials(letters) ? "initials" : "jamo.edge", letters);
    }

    /// Worth more when the title itself begins so.
    private static Query whole(SuggestQuery query) {
        String typed = query.typed().whole().toLowerCase(Locale.ROOT);
        return Query.of(
                q -> q.prefix(p -> p.field("title.exact").value(typed).boost(WHOLE_BEGINS)));
    }

    private static List<Query> filters(SuggestQuery query) {
        return Stream.concat(
                        SearchRequests.findable().stream(),
                        query.type().map(type -> SearchRequests.term("type", type.word())).stream())
                .toList();
    }

    private static Query match(String field, String letters) {
        return Query.of(q -> q.match(m -> m.field(field).query(FieldValue.of(letters))));
    }
}
