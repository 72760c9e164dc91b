package io.sillok.standalone.settings;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;

/// Every setting as the table that README shows.
public final class SettingsTable {

    private SettingsTable() {}

    public static String markdown() {
        return """
        | Flag | Environment | Default | Meaning |
        |---|---|---|---|
        """
                + Arrays.stream(Setting.values()).map(SettingsTable::row).collect(joining());
    }

    private static String row(Setting setting) {
        var flag = setting.isSecret() ? "–" : "`" + setting.flag() + " " + setting.form() + "`";
        var fallback = setting.fallback().isEmpty() ? "–" : "`" + setting.fallback() + "`";
        return "| %s | `%s` | %s | %s |%n"
                .formatted(flag, setting.variable(), fallback, setting.meaning());
    }
}
