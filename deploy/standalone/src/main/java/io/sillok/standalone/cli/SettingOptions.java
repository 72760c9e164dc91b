package io.sillok.standalone.cli;

import io.sillok.standalone.settings.Setting;
import io.sillok.standalone.settings.SettingSources;
import io.sillok.standalone.settings.StandaloneSettings;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/// The settings as options of commands.
final class SettingOptions {

    private SettingOptions() {}

    /// Adds the flags of some settings to a command.
    static void add(CommandSpec spec, Collection<Setting> settings) {
        settings.stream()
                .filter(setting -> !setting.isSecret())
                .forEach(s -> spec.addOption(option(s)));
    }

    /// What was set on the command line and elsewhere.
    static StandaloneSettings read(ParseResult arguments, Surroundings surroundings) {
        Map<Setting, String> flags = new EnumMap<>(Setting.class);
        for (var setting : Setting.values()) {
            if (arguments.hasMatchedOption(setting.flag())) {
                flags.put(setting, arguments.matchedOptionValue(setting.flag(), ""));
            }
        }
        var sources = new SettingSources(flags, surroundings.environment(), Map.of());
        return StandaloneSettings.read(sources, surroundings.folder(), surroundings.home());
    }

    private static OptionSpec option(Setting setting) {
        var fallback =
                setting.fallback().isEmpty() ? "" : " (default: %s)".formatted(setting.fallback());
        return OptionSpec.builder(setting.flag())
                .type(String.class)
                .paramLabel(setting.form())
                .description(setting.meaning() + fallback)
                .build();
    }
}
