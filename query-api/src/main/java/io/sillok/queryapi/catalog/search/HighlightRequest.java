package io.sillok.queryapi.catalog.search;

import org.opensearch.client.opensearch._types.query_dsl.Query;
import org.opensearch.client.opensearch.core.search.BuiltinHighlighterType;
import org.opensearch.client.opensearch.core.search.Highlight;
import org.opensearch.client.opensearch.core.search.HighlightField;
import org.opensearch.client.opensearch.core.search.HighlighterEncoder;

/// What is to be shown of where results matched. Stateless.
final class HighlightRequest {

    private static final int WHOLE = 0;
    private static final int FRAGMENTS = 3;
    private static final int FRAGMENT_CHARACTERS = 160;

    /// Below the limit beyond which the search engine would refuse a text.
    private static final int LOOKED_THROUGH = 999_999;

    private HighlightRequest() {}

    static Highlight of(SearchWords words) {
        Query matching = TextQuery.matching(words);
        Query exactly = TextQuery.exactly(words);
        return Highlight.of(
                h ->
                        h.type(t -> t.builtin(BuiltinHighlighterType.Unified))
                                .encoder(HighlighterEncoder.Html)
                                .preTags("<em>")
                                .postTags("</em>")
                                .requireFieldMatch(false)
                                .maxAnalyzerOffset(LOOKED_THROUGH)
                                .fields("title", field(WHOLE, matching))
                                .fields("title.bigram", field(WHOLE, exactly))
                                .fields("file_name", field(WHOLE, matching))
                                .fields("description", field(FRAGMENTS, matching))
                                .fields("description.bigram", field(FRAGMENTS, exactly))
                                .fields("text", field(FRAGMENTS, exactly))
                                .fields("text.bigram", field(FRAGMENTS, exactly)));
    }

    private static HighlightField field(int fragments, Query query) {
        return HighlightField.of(
                f ->
                        f.numberOfFragments(fragments)
                                .fragmentSize(FRAGMENT_CHARACTERS)
                                .highlightQuery(query));
    }
}
