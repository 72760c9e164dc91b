package io.sillok.platform.web.http;

import io.sillok.platform.web.problems.ProblemException;
import io.sillok.schemas.problems.ErrorCode;
import io.sillok.schemas.problems.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The entity tags of an `If-Match` or `If-None-Match` (RFC 9110, 8.8.3 and 13.1). A resource's tag
/// is its version: `"7"`.
public sealed interface EntityTags {

    /// Whether one of them is a tag, by weak comparison as `If-None-Match` has it.
    ///
    /// @param opaque what stands between the quotes
    boolean matchesWeakly(String opaque);

    /// `*`: any representation at all.
    record Any() implements EntityTags {

        @Override
        public boolean matchesWeakly(String opaque) {
            return true;
        }
    }

    /// One or more tags.
    record Listed(List<EntityTag> tags) implements EntityTags {

        public Listed {
            tags = List.copyOf(tags);
        }

        /// The versions that strong comparison can match; none when every tag is weak or was never
        /// given by us.
        public List<Long> strongVersions() {
            return tags.stream()
                    .filter(tag -> !tag.weak())
                    .flatMap(tag -> tag.version().stream())
                    .distinct()
                    .toList();
        }

        @Override
        public boolean matchesWeakly(String opaque) {
            return tags.stream().anyMatch(tag -> tag.opaque().equals(opaque));
        }
    }

    /// One tag.
    ///
    /// @param opaque what stands between the quotes
    record EntityTag(boolean weak, String opaque) {

        private static final Pattern VERSION = Pattern.compile("[1-9][0-9]{0,17}");

        Optional<Long> version() {
            return VERSION.matcher(opaque).matches()
                    ? Optional.of(Long.parseLong(opaque))
                    : Optional.empty();
        }
    }

    /// The tag of a version, as it stands in `ETag`.
    static String of(long version) {
        return "\"" + version + "\"";
    }

    /// Reads all lines of one header; empty when there is none.
    ///
    /// @throws ProblemException when it is not well-formed
    static Optional<EntityTags> parse(String header, List<String> lines) {
        String text = String.join(",", lines).strip();
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(text.equals("*") ? new Any() : new Listed(list(header, text)));
    }

    private static List<EntityTag> list(String header, String text) {
        Matcher matcher =
                Pattern.compile("\\G[\\s,]*(W/)?\"([\\x21\\x23-\\x7e\\x80-\\xff]*)\"\\s*(?=,|$)")
                        .matcher(text);
        List<EntityTag> tags = new ArrayList<>();
        int end = 0;
        while (matcher.find()) {
            tags.add(new EntityTag(matcher.group(1) != null, matcher.group(2)));
            end = matcher.end();
        }
        if (tags.isEmpty() || !text.substring(end).matches("[\\s,]*")) {
            throw ProblemException.of(
                    new Problem(
                            ErrorCode.E4001,
                            "malformed-etag",
                            "An entity tag is a quoted string, as in the header ETag.",
                            List.of(new Problem.Violation(header, "must be * or entity tags"))));
        }
        return tags;
    }
}
