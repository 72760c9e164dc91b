package io.sillok.queryapi.http;

import io.sillok.platform.web.http.Page;
import io.sillok.platform.web.http.Paging;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// A part of a list that can also be followed by cursor.
///
/// @param total items in the whole list
/// @param pages how many pages of this size the whole list has
/// @param nextCursor where the next part begins; following it costs the same at any depth, and
///   neither repeats nor misses items while others are added
public record Listing<T>(
        List<T> items,
        long total,
        long page,
        int size,
        long pages,
        boolean hasNext,
        boolean hasPrev,
        Optional<String> nextCursor)
        implements Linked {

    public Listing {
        items = List.copyOf(items);
    }

    /// The part that was asked for, of items of which one more was asked for: whether it came says
    /// whether another part follows.
    ///
    /// @param found in their order
    /// @param after the cursor of the part that follows an item
    public static <T> Listing<T> cut(
            Paging paging, List<T> found, long total, Function<T, String> after) {
        List<T> items = found.stream().limit(paging.size()).toList();
        return of(
                paging,
                items,
                total,
                found.size() > items.size()
                        ? Optional.of(after.apply(items.getLast()))
                        : Optional.empty());
    }

    /// The same part with items of another form.
    public <R> Listing<R> map(Function<T, R> form) {
        return new Listing<>(
                items.stream().map(form).toList(),
                total,
                page,
                size,
                pages,
                hasNext,
                hasPrev,
                nextCursor);
    }

    private static <T> Listing<T> of(
            Paging paging, List<T> items, long total, Optional<String> nextCursor) {
        Page<T> page = Page.of(paging, items, total);
        return new Listing<>(
                items,
                total,
                page.page(),
                page.size(),
                page.pages(),
                nextCursor.isPresent(),
                page.hasPrev(),
                nextCursor);
    }

    @Override
    public Page<T> part() {
        return new Page<>(items, total, page, size, pages, hasNext, hasPrev);
    }
}
