package io.sillok.platform.web;

import com.fasterxml.jackson.databind.DeserializationFeature;
import io.dropwizard.configuration.ConfigurationException;
import io.dropwizard.configuration.FileConfigurationSourceProvider;
import io.dropwizard.configuration.ResourceConfigurationSourceProvider;
import io.dropwizard.configuration.SubstitutingSourceProvider;
import io.dropwizard.configuration.YamlConfigurationFactory;
import io.sillok.schemas.wire.Json;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.text.StringSubstitutor;

/// Reads a service's settings: a YAML file in which `${NAME:-default}` stands for an environment
/// variable. Without a file of the operator's own the one in the jar counts, which names every
/// setting with its variable and default. A system property `sillok.setting.web.port` goes before
/// either.
public final class SettingsFile {

    private SettingsFile() {}

    /// The settings of a service.
    ///
    /// @param own the operator's file; empty for the bundled one
    /// @param bundled path of the resource in the jar
    /// @throws IllegalArgumentException when a setting is missing, unknown or wrong; the message
    ///   says which
    public static <S> S read(
            Class<S> type, Optional<String> own, String bundled, Map<String, String> environment) {
        var provider =
                new SubstitutingSourceProvider(
                        own.isPresent()
                                ? new FileConfigurationSourceProvider()
                                : new ResourceConfigurationSourceProvider(),
                        new StringSubstitutor(environment));
        var mapper =
                Json.dialect()
                        .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                        .build();
        try {
            return new YamlConfigurationFactory<>(type, null, mapper, "sillok.setting")
                    .build(provider, own.orElse(bundled));
        } catch (IOException | ConfigurationException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }
}
