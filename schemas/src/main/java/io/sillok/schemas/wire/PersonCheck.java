package io.sillok.schemas.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.std.DelegatingDeserializer;
import io.sillok.schemas.personal.AboutPerson;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Reads a record that is about a person, and refuses it when a ciphertext in it is another
/// person's.
final class PersonCheck extends DelegatingDeserializer {

    private static final long serialVersionUID = 1;

    PersonCheck(JsonDeserializer<?> reader) {
        super(reader);
    }

    @Override
    protected JsonDeserializer<?> newDelegatingInstance(JsonDeserializer<?> reader) {
        return new PersonCheck(reader);
    }

    @Override
    public @Nullable Object deserialize(JsonParser parser, DeserializationContext context)
            throws IOException {
        if (!(context.getAttribute(Opening.class) instanceof Opening opening)) {
            return super.deserialize(parser, context);
        }
        opening.begin();
        Object read = super.deserialize(parser, context);
        if (!(read instanceof AboutPerson about) || !opening.end(about.person())) {
            return context.reportInputMismatch(this, "this was encrypted for another person");
        }
        return read;
    }
}
