package io.sillok.queryapi.http;

import io.sillok.platform.web.http.Page;
import io.sillok.platform.web.http.Paging;
import io.sillok.platform.web.http.Total;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// A part of a list that can also be followed by cursor.
///
/// @param total items in the whole list; at least so many when the total is not exact
/// @param pages how many pages of this size the whole list has; as exact as the total
/// @param nextCursor where the next part begins; following it costs the same at any depth, and
///   neither repeats nor misses items while others are added
public record Listing<T>(
        List<T> items,
        @Schema(description = "items in the whole list, counted up to 10,000") long total,
        @Schema(description = "false when there may be more than total") boolean totalIsExact,
        long page,
        int size,
        @Schema(description = "of this size, as exact as the total") long pages,
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
    /// @param total of the whole list
    /// @param after the cursor of the part that follows an item
    public static <T> Listing<T> cut(
            Paging paging, List<T> found, Total total, Function<T, String> after) {
        List<T> items = found.stream().limit(paging.size()).toList();
        return part(paging, items, found.size() > items.size(), total, after);
    }

    /// A part of which is known whether another one follows.
    ///
    /// @param total of the whole list
    /// @param after the cursor of the part that follows an item
    public static <T> Listing<T> part(
            Paging paging, List<T> items, boolean hasNext, Total total, Function<T, String> after) {
        return of(
                Page.of(paging, items, total, hasNext),
                hasNext ? Optional.of(after.apply(items.getLast())) : Optional.empty());
    }

    /// The same part with items of another form.
    public <R> Listing<R> map(Function<T, R> form) {
        return new Listing<>(
                items.stream().map(form).toList(),
                total,
                totalIsExact,
                page,
                size,
                pages,
                hasNext,
                hasPrev,
                nextCursor);
    }

    private static <T> Listing<T> of(Page<T> part, Optional<String> nextCursor) {
        return new Listing<>(
                part.items(),
                part.total(),
                part.totalIsExact(),
                part.page(),
                part.size(),
                part.pages(),
                part.hasNext(),
                part.hasPrev(),
                nextCursor);
    }

    @Override
    public Page<T> part() {
        return new Page<>(items, total, totalIsExact, page, size, pages, hasNext, hasPrev);
    }
}
