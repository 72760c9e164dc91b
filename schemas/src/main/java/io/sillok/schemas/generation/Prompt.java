package io.sillok.schemas.generation;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Optional;

/// What somebody asks a model, in their own words.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "asks_for")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Prompt.Code.class, name = "code"),
    @JsonSubTypes.Type(value = Prompt.Completion.class, name = "completion")
})
public sealed interface Prompt {

    /// What is asked for.
    default GenerationKind kind() {
        return switch (this) {
            case Code _ -> GenerationKind.CODE;
            case Completion _ -> GenerationKind.COMPLETION;
        };
    }

    /// A question whose answer is code.
    ///
    /// @param context code that the question is about
    /// @param language of the code that is wanted
    record Code(
            String question,
            Optional<String> context,
            Optional<String> language,
            Optional<AskerProfile> profile)
            implements Prompt {}

    /// A gap in code.
    ///
    /// @param prefix what stands before it
    /// @param suffix what stands behind it
    record Completion(String prefix, String suffix, Optional<String> language) implements Prompt {}
}
