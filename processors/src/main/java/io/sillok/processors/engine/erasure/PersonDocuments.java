package io.sillok.processors.engine.erasure;

import io.sillok.platform.stores.Search;
import io.sillok.processors.engine.projection.SearchFault;
import io.sillok.schemas.personal.UserId;
import java.io.IOException;
import org.opensearch.client.opensearch._types.FieldValue;

/// Looks for search documents of a person. Thread-safe.
public record PersonDocuments(Search search) {

    /// How many documents name them.
    ///
    /// @param index of the contract, without namespace and version
    /// @param field a keyword that has the id of whom the document belongs to
    public long count(UserId person, String index, String field) {
        String alias = search.name(index);
        FieldValue id = FieldValue.of(person.toString());
        try {
            var _ = search.client().indices().refresh(r -> r.index(alias));
            return search.client()
                    .count(c -> c.index(alias).query(q -> q.term(t -> t.field(field).value(id))))
                    .count();
        } catch (IOException e) {
            throw new SearchFault("OpenSearch does not answer", e);
        }
    }
}
