package io.sillok.schemas.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.sillok.schemas.personal.AboutPerson;
import java.io.IOException;
import java.util.Optional;

/// Writes a personal component as a ciphertext of its JSON.
final class PersonalSerializer extends StdSerializer<Optional<?>> {

    private static final long serialVersionUID = 1;

    PersonalSerializer() {
        super(Optional.class, false);
    }

    @Override
    public boolean isEmpty(SerializerProvider provider, Optional<?> value) {
        return value.isEmpty();
    }

    /// @throws IOException when there are no keys: personal data is never written in the open by
    ///   accident
    @Override
    public void serialize(Optional<?> value, JsonGenerator out, SerializerProvider provider)
            throws IOException {
        if (value.isEmpty()) {
            out.writeNull();
            return;
        }
        if (!(provider.getAttribute(Sealing.class) instanceof Sealing sealing)
                || !(out.currentValue() instanceof AboutPerson about)) {
            provider.reportMappingProblem("personal data is written with keys only");
            return;
        }
        String component = out.getOutputContext().getCurrentName();
        out.writeString(
                sealing.seal(about.person(), component, Json.inTheOpen(value.orElseThrow())));
    }
}
