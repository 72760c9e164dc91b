package io.sillok.queryapi.catalog;

import io.sillok.platform.web.http.Paging;
import io.sillok.platform.web.problems.ProblemException;
import io.sillok.queryapi.http.Cursor;
import io.sillok.queryapi.http.Linked;
import io.sillok.queryapi.http.Parameters;
import io.sillok.schemas.catalog.PostResource;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Optional;

/// What is asked of the list of posts.
///
/// @param cursor where to go on; then the offset of `paging` counts for nothing but the page number
record PostListQuery(PostFilter filter, PostSort sort, Paging paging, Optional<ListCursor> cursor) {

    /// Reads the query parameters.
    ///
    /// @throws ProblemException naming every parameter that is wrong
    static PostListQuery of(MultivaluedMap<String, String> parameters) {
        Parameters query = new Parameters(parameters);
        PostFilter filter = PostFilter.of(query);
        Optional<PostSort> sort = query.word("sort", PostSort::named, PostSort.words());
        query.orThrow();
        Paging paging = Paging.of(parameters);
        return query.text(Linked.CURSOR)
                .map(text -> Cursor.read(text, ListCursor.class))
                .map(cursor -> following(filter, sort, paging.size(), cursor))
                .orElseGet(
                        () ->
                                new PostListQuery(
                                        filter,
                                        sort.orElse(PostSort.NEWEST),
                                        paging,
                                        Optional.empty()));
    }

    /// The cursor of the part that follows.
    String after(PostResource last, long total) {
        return Cursor.write(
                new ListCursor(
                        sort.word(),
                        sort.keyOf(last),
                        last.id().value(),
                        paging.offset() + paging.size(),
                        total));
    }

    private static PostListQuery following(
            PostFilter filter, Optional<PostSort> asked, int size, ListCursor cursor) {
        PostSort sort = PostSort.named(cursor.sort()).orElseThrow(Cursor::invalid);
        if (asked.filter(other -> other != sort).isPresent()) {
            throw Cursor.invalid();
        }
        check(sort, cursor);
        return new PostListQuery(
                filter, sort, new Paging(cursor.offset(), size), Optional.of(cursor));
    }

    private static void check(PostSort sort, ListCursor cursor) {
        try {
            var _ = sort.checked(cursor.key());
        } catch (RuntimeException e) {
            throw Cursor.invalid().because(e);
        }
    }
}
