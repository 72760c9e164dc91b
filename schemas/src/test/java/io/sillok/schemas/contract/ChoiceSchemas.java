package io.sillok.schemas.contract;

import com.fasterxml.classmate.ResolvedType;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.CustomDefinitionProviderV2;
import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import org.jspecify.annotations.Nullable;

/// Schemas of sealed interfaces: one of their records, told apart by a constant property.
final class ChoiceSchemas implements CustomDefinitionProviderV2 {

    @Override
    public @Nullable CustomDefinition provideCustomSchemaDefinition(
            ResolvedType type, SchemaGenerationContext context) {
        Class<?> choice = type.getErasedType();
        if (!choice.isSealed() || !choice.isAnnotationPresent(JsonTypeInfo.class)) {
            return null;
        }
        String property = choice.getAnnotation(JsonTypeInfo.class).property();
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        ArrayNode alternatives = schema.putArray("oneOf");
        for (JsonSubTypes.Type each : choice.getAnnotation(JsonSubTypes.class).value()) {
            ResolvedType alternative = context.getTypeContext().resolve(each.value());
            ObjectNode standard = context.createStandardDefinition(alternative, this);
            alternatives.add(discriminated(standard, property, each.name()));
        }
        return new CustomDefinition(schema, true);
    }

    private static ObjectNode discriminated(ObjectNode standard, String property, String name) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        properties.putObject(property).put("type", "string").put("const", name);
        ArrayNode required = schema.putArray("required").add(property);
        standard.path("properties")
                .properties()
                .forEach(field -> properties.set(field.getKey(), field.getValue()));
        standard.path("required").forEach(required::add);
        return schema;
    }
}
