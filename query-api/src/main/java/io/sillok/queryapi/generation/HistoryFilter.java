package io.sillok.queryapi.generation;

import io.sillok.queryapi.http.Parameters;
import io.sillok.queryapi.lists.SearchedWords;
import io.sillok.schemas.generation.GenerationKind;
import io.sillok.schemas.generation.GenerationStatus;
import io.sillok.schemas.personal.UserId;
import io.sillok.schemas.search.Hangul;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Which generations of somebody's history a list shows.
///
/// @param patterns which the letters of question and answer are like, all of them
/// @param from of the request, inclusive
/// @param to of the request, exclusive
record HistoryFilter(
        UserId owner,
        List<String> patterns,
        Optional<GenerationKind> kind,
        Optional<GenerationStatus> status,
        Optional<UUID> agent,
        Optional<Instant> from,
        Optional<Instant> to) {

    private static final int LONGEST_TEXT = 200;

    HistoryFilter {
        patterns = List.copyOf(patterns);
    }

    /// Reads the query parameters; what is wrong with them is noted in `query`.
    static HistoryFilter of(UserId owner, Parameters query) {
        return new HistoryFilter(
                owner,
                patterns(query.text("q", LONGEST_TEXT)),
                query.word(
                        "kind",
                        word ->
                                Arrays.stream(GenerationKind.values())
                                        .filter(kind -> kind.word().equals(word))
                                        .findFirst(),
                        "code, completion"),
                query.word(
                        "status",
                        word ->
                                Arrays.stream(GenerationStatus.values())
                                        .filter(status -> status.word().equals(word))
                                        .findFirst(),
                        "requested, started, stopping, completed, failed, stopped"),
                query.uuid("agent_id"),
                query.time("from"),
                query.time("to"));
    }

    /// The words as the view has them: a Korean word by its letters, so that it is found in any of
    /// its forms, half typed too.
    private static List<String> patterns(Optional<String> typed) {
        List<String> words =
                SearchedWords.of(typed).words().stream().map(Hangul::lettersOf).toList();
        return new SearchedWords(words).patterns();
    }
}
