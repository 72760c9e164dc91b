package io.sillok.schemas.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.type.TypeFactory;
import io.sillok.schemas.personal.KeysUnavailable;
import io.sillok.schemas.personal.PersonKeys;
import java.io.IOException;
import java.util.Optional;

/// Reads a personal component: the value, or nothing when its key is destroyed. A reader without
/// keys gets the ciphertext where the value is a text, and nothing where it is not. A key that
/// ought to be there and is not may come back, so it is never taken for a destroyed one.
final class PersonalDeserializer extends StdDeserializer<Optional<?>>
        implements ContextualDeserializer {

    private static final long serialVersionUID = 1;

    private final JavaType content;
    private final String component;

    /// For Jackson, which asks for a contextual one before it reads.
    PersonalDeserializer() {
        this(TypeFactory.unknownType(), "");
    }

    private PersonalDeserializer(JavaType content, String component) {
        super(Optional.class);
        this.content = content;
        this.component = component;
    }

    @Override
    public JsonDeserializer<?> createContextual(
            DeserializationContext context, BeanProperty property) {
        return new PersonalDeserializer(
                property.getType().containedTypeOrUnknown(0), property.getName());
    }

    @Override
    public Optional<?> deserialize(JsonParser parser, DeserializationContext context)
            throws IOException {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return context.reportInputMismatch(this, "personal data is an encrypted text");
        }
        String text = parser.getText();
        Opening opening =
                context.getAttribute(Opening.class) instanceof Opening given
                        ? given
                        : new Opening(PersonKeys.NONE, "");
        return switch (opening.open(text, component)) {
            case Opened.Plain(_, var json) -> Optional.of(Json.fromTheOpen(json, content));
            case Opened.Redacted _ -> Optional.empty();
            case Opened.Withheld _ ->
                    content.hasRawClass(String.class) ? Optional.of(text) : Optional.empty();
            case Opened.Keyless(var key) ->
                    throw new KeysUnavailable("the key " + key + " is not known here");
            case Opened.Refused _ ->
                    context.reportInputMismatch(this, "this was not encrypted for this place");
        };
    }

    @Override
    public Optional<?> getNullValue(DeserializationContext context) {
        return Optional.empty();
    }

    @Override
    public Optional<?> getAbsentValue(DeserializationContext context) {
        return Optional.empty();
    }
}
