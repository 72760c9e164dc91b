package io.sillok.schemas.contract;

import com.fasterxml.classmate.ResolvedType;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.CustomDefinitionProviderV2;
import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import io.sillok.schemas.catalog.Sha256;
import io.sillok.schemas.envelope.BoundaryKey;
import io.sillok.schemas.envelope.Subject;
import io.sillok.schemas.wire.Json;
import java.lang.reflect.Method;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Schemas of what is one JSON string: ids, digests, times, and the words of an enum. A record
/// counts as one when it has a `@JsonValue`.
final class ValueSchemas implements CustomDefinitionProviderV2 {

    private static final String UUID_PATTERN = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final JsonMapper MAPPER = Json.dialect().build();

    @Override
    public @Nullable CustomDefinition provideCustomSchemaDefinition(
            ResolvedType type, SchemaGenerationContext context) {
        ObjectNode schema = schema(type.getErasedType());
        return schema == null ? null : new CustomDefinition(schema, true);
    }

    private static @Nullable ObjectNode schema(Class<?> type) {
        if (type.isEnum()) {
            return words(type);
        }
        if (type == ObjectNode.class) {
            return JsonNodeFactory.instance.objectNode().put("type", "object");
        }
        if (type == Instant.class) {
            return text().put("format", "date-time");
        }
        if (type == UUID.class) {
            return text().put("format", "uuid");
        }
        return isValue(type) ? value(type) : null;
    }

    private static ObjectNode words(Class<?> type) {
        ObjectNode schema = text();
        for (Object constant : type.getEnumConstants()) {
            JsonNode word = MAPPER.valueToTree(constant);
            schema.withArray("enum").add(word);
        }
        return schema;
    }

    private static ObjectNode value(Class<?> type) {
        if (type == Sha256.class) {
            return text().put("pattern", "^[0-9a-f]{64}$");
        }
        if (type == Subject.class) {
            return text().put("pattern", "^[a-z][a-z-]*/" + UUID_PATTERN + "$");
        }
        if (type == BoundaryKey.class) {
            return text().put("minLength", 1).put("maxLength", 200);
        }
        return type.getRecordComponents()[0].getType() == UUID.class
                ? text().put("format", "uuid")
                : text();
    }

    private static boolean isValue(Class<?> type) {
        return type.isRecord()
                && Arrays.stream(type.getDeclaredMethods()).anyMatch(ValueSchemas::isJsonValue);
    }

    private static boolean isJsonValue(Method method) {
        return method.isAnnotationPresent(JsonValue.class);
    }

    private static ObjectNode text() {
        return JsonNodeFactory.instance.objectNode().put("type", "string");
    }
}
