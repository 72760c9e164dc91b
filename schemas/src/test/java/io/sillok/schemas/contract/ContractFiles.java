package io.sillok.schemas.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.sillok.schemas.wire.MessageType;
import io.sillok.schemas.wire.MessageTypes;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;

/// The text of every file of the contract, by its path in the contract's folder. The same types
/// give the same bytes.
final class ContractFiles {

    static final String ASYNC_API = "asyncapi.json";

    private static final ObjectWriter PRETTY =
            JsonMapper.builder()
                    .build()
                    .writer(
                            new DefaultPrettyPrinter(separators())
                                    .withObjectIndenter(twoSpaces())
                                    .withArrayIndenter(twoSpaces()));

    private ContractFiles() {}

    static Map<String, String> generate() {
        JsonSchemas schemas = new JsonSchemas();
        Map<String, String> files = new TreeMap<>();
        for (MessageType<?> type : MessageTypes.ALL) {
            files.put("json-schema/" + type.ceType() + ".json", text(schemas.of(type)));
        }
        files.put(ASYNC_API, text(AsyncApi.document()));
        return files;
    }

    private static String text(JsonNode node) {
        try {
            return PRETTY.writeValueAsString(node) + "\n";
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DefaultIndenter twoSpaces() {
        return new DefaultIndenter("  ", "\n");
    }

    private static Separators separators() {
        return Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withArrayEmptySeparator("")
                .withObjectEmptySeparator("");
    }
}
