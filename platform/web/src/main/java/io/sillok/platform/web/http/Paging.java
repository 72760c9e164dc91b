package io.sillok.platform.web.http;

import io.sillok.platform.web.problems.ProblemException;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Optional;
import java.util.regex.Pattern;

/// Which part of a list is asked for: `page` (from 1) and `size` (1–100, default 20), or `skip` and
/// `limit`.
///
/// @param offset how many items come before
public record Paging(long offset, int size) {

    public static final int DEFAULT_SIZE = 20;
    public static final int LARGEST_SIZE = 100;

    /// How deep lists are read by number: so many items are counted, and all that come before a
    /// page have to be passed to reach it. From there on only a cursor leads.
    public static final int DEEPEST = 10_000;

    private static final long LARGEST_OFFSET = 1_000_000_000;
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,10}");

    /// Reads the query parameters.
    ///
    /// @throws ProblemException when one is not a number in its range, or both ways are mixed
    public static Paging of(MultivaluedMap<String, String> query) {
        Fields fields = new Fields();
        boolean bySkip = query.containsKey("skip") || query.containsKey("limit");
        if (bySkip && (query.containsKey("page") || query.containsKey("size"))) {
            fields.wrong("skip", "must not be mixed with page and size");
        }
        Paging paging =
                bySkip
                        ? new Paging(
                                number(fields, query, "skip", 0, 0, LARGEST_OFFSET),
                                (int) number(fields, query, "limit", DEFAULT_SIZE, 1, LARGEST_SIZE))
                        : page(fields, query);
        fields.orThrow();
        return paging;
    }

    private static Paging page(Fields fields, MultivaluedMap<String, String> query) {
        long page = number(fields, query, "page", 1, 1, LARGEST_OFFSET / LARGEST_SIZE);
        int size = (int) number(fields, query, "size", DEFAULT_SIZE, 1, LARGEST_SIZE);
        return new Paging((page - 1) * size, size);
    }

    private static long number(
            Fields fields,
            MultivaluedMap<String, String> query,
            String name,
            long absent,
            long min,
            long max) {
        String text = query.getFirst(name);
        if (text == null) {
            return absent;
        }
        Optional<Long> number =
                Optional.of(text)
                        .filter(t -> NUMBER.matcher(t).matches())
                        .map(Long::parseLong)
                        .filter(n -> n >= min && n <= max);
        if (number.isEmpty()) {
            fields.wrong(name, "must be a number from " + min + " to " + max);
        }
        return number.orElse(absent);
    }

    /// True when this part can be asked for by its number.
    public boolean isWithinReach() {
        return offset < DEEPEST;
    }

    /// The part that follows.
    public Paging next() {
        return new Paging(offset + size, size);
    }

    /// The page this is, from 1.
    public long page() {
        return offset / size + 1;
    }
}
