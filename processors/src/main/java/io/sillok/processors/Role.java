package io.sillok.processors;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// One kind of work that a processors process takes on. Instances share the work of a role; more of
/// them do it faster.
public enum Role {
    /// Decides commands, writes events.
    DECIDE,
    /// Looks into files.
    SCAN,
    /// Has models answer.
    GENERATE,
    /// Erases persons.
    ERASE,
    /// Writes the views in Postgres.
    PROJECT_POSTGRES,
    /// Writes the indices in OpenSearch.
    PROJECT_SEARCH,
    /// Removes blobs that nothing refers to, gives up what nobody works on.
    JANITOR;

    /// Reads `decide,project-search`; `all` is every role.
    ///
    /// @throws IllegalArgumentException when a word is no role; the message lists those there are
    public static Set<Role> parse(String words) {
        if (words.strip().equals("all")) {
            return EnumSet.allOf(Role.class);
        }
        return Arrays.stream(words.split(",", -1))
                .map(String::strip)
                .map(Role::one)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
    }

    /// The kebab-case word of the command line.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Role one(String word) {
        return Arrays.stream(values())
                .filter(role -> role.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(unknown(word)));
    }

    private static String unknown(String word) {
        String known = Arrays.stream(values()).map(Role::word).collect(Collectors.joining(", "));
        return "no role is called '" + word + "'; there are all, " + known;
    }
}
