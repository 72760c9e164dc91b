package io.sillok.schemas.wire;

import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.NopAnnotationIntrospector;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.sillok.schemas.personal.AboutPerson;
import io.sillok.schemas.personal.Personal;
import org.jspecify.annotations.Nullable;

/// Teaches Jackson to encrypt components marked [Personal] and to decrypt them. Jackson looks at a
/// type once; types without such components cost nothing.
final class PersonalModule extends SimpleModule {

    private static final long serialVersionUID = 1;

    PersonalModule() {
        super("personal");
        setDeserializerModifier(new Checks());
    }

    @Override
    public void setupModule(SetupContext context) {
        super.setupModule(context);
        context.insertAnnotationIntrospector(new Marks());
    }

    private static final class Marks extends NopAnnotationIntrospector {

        private static final long serialVersionUID = 1;

        @Override
        public @Nullable Object findSerializer(Annotated component) {
            return component.hasAnnotation(Personal.class) ? new PersonalSerializer() : null;
        }

        @Override
        public @Nullable Object findDeserializer(Annotated component) {
            return component.hasAnnotation(Personal.class) ? PersonalDeserializer.class : null;
        }
    }

    private static final class Checks extends BeanDeserializerModifier {

        private static final long serialVersionUID = 1;

        @Override
        public JsonDeserializer<?> modifyDeserializer(
                DeserializationConfig config,
                BeanDescription description,
                JsonDeserializer<?> deserializer) {
            Class<?> type = description.getBeanClass();
            return type.isRecord() && AboutPerson.class.isAssignableFrom(type)
                    ? new PersonCheck(deserializer)
                    : deserializer;
        }
    }
}
