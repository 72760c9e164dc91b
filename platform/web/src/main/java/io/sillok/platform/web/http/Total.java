package io.sillok.platform.web.http;

/// How many items a whole list has. Long lists are counted up to a limit only, because counting is
/// the one thing about them that grows with what there is.
///
/// @param items at least so many
/// @param isExact whether there are no more
public record Total(long items, boolean isExact) {

    public Total {
        if (items < 0) {
            throw new IllegalArgumentException("a total is not negative");
        }
    }

    public static Total exactly(long items) {
        return new Total(items, true);
    }

    public static Total atLeast(long items) {
        return new Total(items, false);
    }

    /// The same when so many are known to be there: a total that was exact stays as it was counted.
    Total having(long seen) {
        return isExact || seen <= items ? this : atLeast(seen);
    }

    long pages(int size) {
        return (items + size - 1) / size;
    }
}
