package io.sillok.queryapi.engines;

import io.sillok.platform.stores.Search;
import io.sillok.platform.web.problems.ProblemException;
import java.io.IOException;
import org.opensearch.client.opensearch.OpenSearchClient;
import org.opensearch.client.opensearch._types.OpenSearchException;

/// OpenSearch, to be asked. Thread-safe.
public final class SearchEngine {

    private static final int NO_SUCH_INDEX = 404;
    private static final int TOO_BUSY = 429;
    private static final int BROKEN = 500;

    private final Search search;

    public SearchEngine(Search search) {
        this.search = search;
    }

    /// Puts a question to it.
    ///
    /// @throws ProblemException when it does not answer, or has no index yet
    public <T> T ask(Question<T> question) {
        try {
            return question.put(search.client());
        } catch (IOException e) {
            throw Away.SEARCH.because(e);
        } catch (OpenSearchException e) {
            if (e.status() == NO_SUCH_INDEX || e.status() == TOO_BUSY || e.status() >= BROKEN) {
                throw Away.SEARCH.because(e);
            }
            throw e;
        }
    }

    /// What this installation calls an index or alias.
    public String name(String name) {
        return search.name(name);
    }

    /// One or several requests.
    public interface Question<T> {
        T put(OpenSearchClient client) throws IOException;
    }
}
