package io.sillok.queryapi.catalog.search;

import static java.util.Objects.requireNonNull;

import io.sillok.platform.web.problems.ProblemException;
import io.sillok.queryapi.engines.SearchEngine;
import io.sillok.schemas.problems.ErrorCode;
import io.sillok.schemas.problems.Problem;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.opensearch.client.opensearch._types.OpenSearchException;

/// Points in time of the search engine: what was found then is followed part by part, whatever is
/// written meanwhile. Each costs memory of the engine until it is closed or its time is over.
/// Thread-safe.
final class Snapshots {

    /// How long one is kept after each part.
    static final String KEPT = "2m";

    private static final int REFUSED = 400;
    private static final int GONE = 404;

    private final SearchEngine engine;
    private final List<String> indices;

    Snapshots(SearchEngine engine, List<String> indices) {
        this.engine = engine;
        this.indices = List.copyOf(indices);
    }

    /// Makes one of what there is now.
    ///
    /// @throws ProblemException when the engine has too many, or does not answer
    String open() {
        return requireNonNull(
                engine.ask(
                                client ->
                                        client.createPit(
                                                p -> p.index(indices).keepAlive(t -> t.time(KEPT))))
                        .pitId());
    }

    /// Lets one go. What cannot be let go ends by itself.
    void close(String snapshot) {
        try {
            var _ = engine.ask(client -> client.deletePit(d -> d.pitId(snapshot)));
        } catch (ProblemException | OpenSearchException _) {
            // the answer that was found is worth more than two minutes of memory
        }
    }

    /// Does something in a snapshot.
    ///
    /// @throws ProblemException when there is no such snapshot any more
    <T> T during(Optional<String> snapshot, Searching<T> searching) throws IOException {
        try {
            return searching.search();
        } catch (OpenSearchException e) {
            if (snapshot.isPresent() && (e.status() == GONE || e.status() == REFUSED)) {
                throw gone().because(e);
            }
            throw e;
        }
    }

    private static ProblemException gone() {
        return ProblemException.of(
                Problem.of(
                        ErrorCode.E4001,
                        "cursor-expired",
                        "The results are kept for two minutes after each part; search again."));
    }

    /// A search.
    interface Searching<T> {
        T search() throws IOException;
    }
}
