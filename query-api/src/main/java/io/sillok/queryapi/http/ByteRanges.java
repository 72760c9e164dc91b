package io.sillok.queryapi.http;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What a `Range` header (RFC 9110, section 14) asks of bytes whose number is known.
public sealed interface ByteRanges {

    /// All of it: there is no such header, or one that may be ignored (another unit, bad syntax,
    /// too many ranges).
    record Whole() implements ByteRanges {}

    /// One piece.
    record One(Range range) implements ByteRanges {}

    /// Several pieces, in ascending order, which neither touch nor overlap.
    record Several(List<Range> ranges) implements ByteRanges {

        public Several {
            ranges = List.copyOf(ranges);
        }
    }

    /// Nothing that is asked for exists: 416.
    record Unsatisfiable() implements ByteRanges {}

    /// Some bytes in a row.
    ///
    /// @param first from 0
    /// @param last inclusive
    record Range(long first, long last) {

        public long length() {
            return last - first + 1;
        }

        /// The value of `Content-Range`.
        public String contentRange(long size) {
            return "bytes " + first + "-" + last + "/" + size;
        }
    }

    int MOST_RANGES = 16;
    Pattern SPECIFIER = Pattern.compile("(\\d{0,18})-(\\d{0,18})");

    /// Reads the header.
    ///
    /// @param size of the whole, at least 1
    static ByteRanges parse(Optional<String> header, long size) {
        return header.map(String::strip)
                .filter(value -> value.regionMatches(true, 0, "bytes=", 0, 6))
                .map(value -> value.substring(6).split(",", -1))
                .filter(specifiers -> specifiers.length <= MOST_RANGES)
                .map(specifiers -> of(Stream.of(specifiers).map(String::strip).toList(), size))
                .orElseGet(Whole::new);
    }

    private static ByteRanges of(List<String> specifiers, long size) {
        List<Range> ranges = new ArrayList<>();
        for (String specifier : specifiers) {
            Matcher matcher = SPECIFIER.matcher(specifier);
            if (!matcher.matches() || specifier.equals("-")) {
                return new Whole();
            }
            String first = matcher.group(1);
            String last = matcher.group(2);
            if (!first.isEmpty()
                    && !last.isEmpty()
                    && Long.parseLong(first) > Long.parseLong(last)) {
                return new Whole();
            }
            range(first, last, size).ifPresent(ranges::add);
        }
        List<Range> joined = joined(ranges);
        return switch (joined.size()) {
            case 0 -> new Unsatisfiable();
            case 1 -> new One(joined.getFirst());
            default -> new Several(joined);
        };
    }

    /// Empty when no byte of it exists.
    private static Optional<Range> range(String first, String last, long size) {
        if (first.isEmpty()) {
            long suffix = Math.min(Long.parseLong(last), size);
            return suffix == 0 ? Optional.empty() : Optional.of(new Range(size - suffix, size - 1));
        }
        long from = Long.parseLong(first);
        long to = last.isEmpty() ? size - 1 : Math.min(Long.parseLong(last), size - 1);
        return from >= size ? Optional.empty() : Optional.of(new Range(from, to));
    }

    /// Ranges that touch or overlap become one, so that no request can multiply the bytes sent.
    private static List<Range> joined(List<Range> ranges) {
        List<Range> joined = new ArrayList<>();
        for (Range next : ranges.stream().sorted(Comparator.comparingLong(Range::first)).toList()) {
            if (!joined.isEmpty() && next.first() <= joined.getLast().last() + 1) {
                Range before = joined.removeLast();
                joined.add(new Range(before.first(), Math.max(before.last(), next.last())));
            } else {
                joined.add(next);
            }
        }
        return joined;
    }
}
