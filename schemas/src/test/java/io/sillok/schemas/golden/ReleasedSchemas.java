package io.sillok.schemas.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.sillok.schemas.wire.Headers;
import io.sillok.schemas.wire.Json;
import io.sillok.schemas.wire.WireRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Validates records against the contract's files, as a consumer in another system would.
final class ReleasedSchemas {

    private static final Path FOLDER = Path.of("contract");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final SchemaRegistry SCHEMAS =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private ReleasedSchemas() {}

    static List<Error> valueErrors(WireRecord record) throws IOException {
        String type = record.headers().get(Headers.TYPE);
        Schema schema = SCHEMAS.getSchema(read("json-schema/" + type + ".json"));
        return errors(schema, Json.tree(record.value()));
    }

    static List<Error> headerErrors(WireRecord record) throws IOException {
        JsonNode document = read("asyncapi.json");
        JsonNode message =
                document.path("components")
                        .path("messages")
                        .path(record.headers().get(Headers.TYPE));
        ObjectNode schema = JSON.createObjectNode();
        schema.set("allOf", message.path("headers").path("allOf"));
        schema.set("components", document.path("components"));
        return errors(SCHEMAS.getSchema(schema), JSON.valueToTree(record.headers()));
    }

    private static List<Error> errors(Schema schema, JsonNode instance) {
        return schema.validate(
                instance,
                context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
    }

    private static JsonNode read(String file) throws IOException {
        return JSON.readTree(Files.readString(FOLDER.resolve(file)));
    }
}
