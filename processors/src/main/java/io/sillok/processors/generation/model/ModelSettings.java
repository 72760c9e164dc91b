package io.sillok.processors.generation.model;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

/// Where models are, which of them are asked, and how patiently. The text form hides the key.
///
/// @param endpoint what clients of OpenAI call the base URL: `http://127.0.0.1:18000/v1`
/// @param model asked when a request names none
/// @param fallbacks asked one after the other when it does not answer
/// @param calls the most at once
public record ModelSettings(
        URI endpoint,
        String key,
        String model,
        List<String> fallbacks,
        int calls,
        Patience patience,
        Retries retries,
        Rest rest) {

    public static final int USUAL_CALLS = 256;

    public ModelSettings {
        fallbacks = List.copyOf(fallbacks);
        if (model.isBlank() || calls < 1) {
            throw new IllegalArgumentException("a model, and at least one call at once");
        }
    }

    /// One model with the usual patience.
    public static ModelSettings of(URI endpoint, String key, String model, List<String> fallbacks) {
        return new ModelSettings(
                endpoint,
                key,
                model,
                fallbacks,
                USUAL_CALLS,
                Patience.USUAL,
                Retries.USUAL,
                Rest.USUAL);
    }

    /// Every model that the settings name.
    List<String> models() {
        return Stream.concat(Stream.of(model), fallbacks.stream()).distinct().toList();
    }

    @Override
    public String toString() {
        return "ModelSettings[endpoint=" + endpoint + ", models=" + models() + "]";
    }
}
