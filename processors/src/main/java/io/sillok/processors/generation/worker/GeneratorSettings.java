package io.sillok.processors.generation.worker;

import io.sillok.processors.generation.model.ModelSettings;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a generator needs to know.
///
/// @param model where models are; empty: every question is answered that there is none
/// @param prices what models cost
public record GeneratorSettings(Optional<ModelSettings> model, Prices prices) {

    public static final String USUAL_CURRENCY = "USD";

    /// No model.
    public static final GeneratorSettings NONE =
            new GeneratorSettings(Optional.empty(), new Prices(USUAL_CURRENCY, Map.of()));

    /// Reads what is said in words.
    ///
    /// @param endpoint without one there is no model
    /// @param fallbacks names, separated by commas
    /// @param prices see [Prices#parse]
    /// @throws IllegalArgumentException when something is missing or wrong; the message says what
    public static GeneratorSettings parse(
            Optional<URI> endpoint,
            Optional<String> key,
            Optional<String> model,
            String fallbacks,
            String currency,
            String prices) {
        return new GeneratorSettings(
                endpoint.map(
                        at ->
                                ModelSettings.of(
                                        at,
                                        key.orElse("none"),
                                        model.orElseThrow(GeneratorSettings::unnamed),
                                        names(fallbacks))),
                Prices.parse(currency, prices));
    }

    /// The variables that say the same to a processors process, but for the prices.
    public Map<String, String> environment() {
        return model.map(
                        at ->
                                Map.of(
                                        "SILLOK_AI_ENDPOINT", at.endpoint().toString(),
                                        "SILLOK_AI_API_KEY", at.key(),
                                        "SILLOK_AI_MODEL", at.model(),
                                        "SILLOK_AI_FALLBACKS", String.join(",", at.fallbacks())))
                .orElseGet(Map::of);
    }

    private static List<String> names(String list) {
        return Arrays.stream(list.split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private static IllegalArgumentException unnamed() {
        return new IllegalArgumentException("SILLOK_AI_MODEL names the model to ask");
    }
}
