package io.sillok.schemas.contract;

import com.fasterxml.classmate.ResolvedType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.MemberScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import io.sillok.schemas.personal.Personal;
import io.sillok.schemas.personal.SealedText;
import io.sillok.schemas.wire.Json;
import io.sillok.schemas.wire.MessageType;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The JSON Schema (2020-12) of a message type, read off its record in the platform's JSON dialect:
/// names in snake_case, an `Optional` may be absent, everything else is required. Schemas stand
/// alone, without references, so that no Java name shows in them. A personal component is what
/// stands on the log, a ciphertext.
final class JsonSchemas {

    private static final SnakeCaseStrategy SNAKE_CASE = new SnakeCaseStrategy();
    private static final String PERSONAL =
            "Data of a person, encrypted; unreadable for ever once the person was erased.";

    private final SchemaGenerator generator = new SchemaGenerator(config().build());

    /// The schema of the values of such messages.
    ObjectNode of(MessageType<?> type) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        schema.put("$schema", SchemaVersion.DRAFT_2020_12.getIdentifier());
        schema.put("$id", "urn:sillok:schema:" + type.ceType());
        schema.put("title", type.ceType());
        JsonNode generated = generator.generateSchema(type.javaType());
        generated.properties().forEach(field -> schema.set(field.getKey(), field.getValue()));
        return schema;
    }

    private static SchemaGeneratorConfigBuilder config() {
        SchemaGeneratorConfigBuilder config =
                new SchemaGeneratorConfigBuilder(
                                Json.dialect().build(),
                                SchemaVersion.DRAFT_2020_12,
                                OptionPreset.PLAIN_JSON)
                        .with(
                                Option.INLINE_ALL_SCHEMAS,
                                Option.EXTRA_OPEN_API_FORMAT_VALUES,
                                Option.MAP_VALUES_AS_ADDITIONAL_PROPERTIES,
                                Option.STRICT_TYPE_INFO)
                        .without(Option.SCHEMA_VERSION_INDICATOR, Option.FLATTENED_OPTIONALS);
        config.forFields()
                .withPropertyNameOverrideResolver(
                        field -> SNAKE_CASE.translate(field.getDeclaredName()))
                .withTargetTypeOverridesResolver(JsonSchemas::unwrapped)
                .withStringPatternResolver(field -> isPersonal(field) ? SealedText.PATTERN : null)
                .withDescriptionResolver(field -> isPersonal(field) ? PERSONAL : null)
                .withRequiredCheck(field -> !isOptional(field));
        config.forTypesInGeneral()
                .withCustomDefinitionProvider(new ValueSchemas())
                .withCustomDefinitionProvider(new ChoiceSchemas())
                .withPropertySorter(
                        (one, other) -> Integer.compare(position(one), position(other)));
        return config;
    }

    private static @Nullable List<ResolvedType> unwrapped(FieldScope field) {
        if (field.isFakeContainerItemScope()) {
            return null;
        }
        if (isPersonal(field)) {
            return List.of(field.getContext().resolve(String.class));
        }
        return isOptional(field) ? List.of(field.getType().getTypeParameters().getFirst()) : null;
    }

    private static boolean isPersonal(FieldScope field) {
        return field.getRawMember().isAnnotationPresent(Personal.class);
    }

    private static boolean isOptional(FieldScope field) {
        return field.getDeclaredType().getErasedType() == Optional.class;
    }

    /// Where the record's header names the component.
    private static int position(MemberScope<?, ?> component) {
        RecordComponent[] components =
                component.getDeclaringType().getErasedType().getRecordComponents();
        for (int i = 0; i < components.length; i++) {
            if (components[i].getName().equals(component.getDeclaredName())) {
                return i;
            }
        }
        throw new IllegalStateException("only records are messages: " + component);
    }
}
