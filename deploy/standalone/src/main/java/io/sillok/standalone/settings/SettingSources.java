package io.sillok.standalone.settings;

import io.sillok.standalone.LaunchFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/// Where settings are looked for: the command line, then the environment, then `sillok.properties`.
/// What is empty there counts as not said.
///
/// @param file what `sillok.properties` says
public record SettingSources(
        Map<Setting, String> flags, Map<String, String> environment, Map<Setting, String> file) {

    static final String FILE = "sillok.properties";

    public SettingSources {
        flags = Map.copyOf(flags);
        environment = Map.copyOf(environment);
        file = Map.copyOf(file);
    }

    /// The same with the file of a data folder, if there is one.
    ///
    /// @throws LaunchFailure when it cannot be read or says something that is no setting
    SettingSources withFileIn(Path data) {
        var path = data.resolve(FILE);
        if (!Files.exists(path)) {
            return this;
        }
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(path)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new LaunchFailure(path + " cannot be read: is it UTF-8 text, and yours?", e);
        }
        var settings = new HashMap<Setting, String>();
        for (var key : properties.stringPropertyNames()) {
            var setting = Setting.named(key).filter(Setting::isInFile);
            var known = setting.orElseThrow(() -> unknown(path, key));
            settings.put(known, properties.getProperty(key));
        }
        return new SettingSources(flags, environment, settings);
    }

    /// What was said, by whoever comes first.
    Optional<Given> find(Setting setting) {
        return said(setting, flags.get(setting), setting.flag())
                .or(() -> said(setting, environment.get(setting.variable()), setting.variable()))
                .or(() -> said(setting, file.get(setting), setting.key() + " in " + FILE));
    }

    /// What was said, or the default.
    Given get(Setting setting) {
        return find(setting)
                .orElseGet(() -> new Given(setting, setting.fallback(), setting.flag()));
    }

    private static Optional<Given> said(Setting setting, @Nullable String value, String place) {
        return Optional.ofNullable(value)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(text -> new Given(setting, text, place));
    }

    private static LaunchFailure unknown(Path path, String key) {
        return new LaunchFailure(
                "%s: there is no setting '%s'; README lists them".formatted(path, key));
    }
}
