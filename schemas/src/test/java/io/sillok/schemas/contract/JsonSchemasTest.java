package io.sillok.schemas.contract;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sillok.schemas.personal.AboutPerson;
import io.sillok.schemas.personal.Personal;
import io.sillok.schemas.personal.SealedText;
import io.sillok.schemas.personal.UserId;
import io.sillok.schemas.topics.Topics;
import io.sillok.schemas.wire.MessageType;
import io.sillok.schemas.wire.MessageTypes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class JsonSchemasTest {

    static final List<MessageType<?>> ALL = MessageTypes.ALL;

    private final JsonSchemas schemas = new JsonSchemas();

    @ParameterizedTest
    @FieldSource("ALL")
    void standAlone(MessageType<?> type) {
        ObjectNode schema = schemas.of(type);

        assertThat(schema.path("$id").asText()).isEqualTo("urn:sillok:schema:" + type.ceType());
        assertThat(schema.findValues("$ref")).isEmpty();
        assertThat(schema.findValues("$defs")).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void speakSnakeCase(MessageType<?> type) {
        for (JsonNode properties : schemas.of(type).findValues("properties")) {
            assertThat(properties.propertyStream())
                    .allSatisfy(property -> assertThat(property.getKey()).matches("[a-z0-9_]+"));
        }
    }

    @Test
    void keepTheOrderOfTheRecordAndRequireWhatIsNotOptional() {
        ObjectNode schema = schema("io.sillok.catalog.receive-material.v1");

        assertThat(schema.path("properties").propertyStream().map(Map.Entry::getKey))
                .containsExactly("material", "title", "description", "category", "file");
        assertThat(schema.path("required").toString())
                .isEqualTo("[\"material\",\"title\",\"file\"]");
    }

    @Test
    void writeIdsTimesAndDigestsAsText() {
        ObjectNode schema = schema("io.sillok.catalog.receive-material.v1");
        ObjectNode settled = schema("io.sillok.operations.command-settled.v1");

        assertThat(schema.at("/properties/material").toString())
                .isEqualTo("{\"type\":\"string\",\"format\":\"uuid\"}");
        assertThat(schema.at("/properties/file/properties/sha256/pattern").asText())
                .isEqualTo("^[0-9a-f]{64}$");
        assertThat(settled.at("/properties/settled_at/format").asText()).isEqualTo("date-time");
    }

    @Test
    void listTheWordsOfAnEnum() {
        ObjectNode schema = schema("io.sillok.operations.command-settled.v1");

        assertThat(schema.at("/properties/outcome/enum").toString())
                .isEqualTo("[\"accepted\",\"rejected\",\"repeated\"]");
    }

    @Test
    void describePersonalDataAsItIsStored() {
        ObjectNode schema =
                schemas.of(
                        new MessageType<>(
                                List.of(Topics.CATALOG_EVENTS), "tests", "met", 1, Met.class));

        assertThat(schema.at("/properties/age/type").asText()).isEqualTo("string");
        assertThat(schema.at("/properties/age/pattern").asText()).isEqualTo(SealedText.PATTERN);
        assertThat(schema.path("required").toString()).isEqualTo("[\"person\"]");
    }

    record Met(UserId person, @Personal Optional<Integer> age) implements AboutPerson {}

    @Test
    void tellAlternativesApartByAConstant() {
        ObjectNode schema = schema("io.sillok.catalog.conclude-material-scan.v1");

        String verdicts =
                schema.at("/properties/verdict/oneOf")
                        .valueStream()
                        .map(each -> each.at("/properties/verdict/const").asText())
                        .collect(joining(" "));

        assertThat(verdicts).isEqualTo("clean infected unscannable scan-failed");
    }

    private ObjectNode schema(String ceType) {
        return schemas.of(MessageTypes.named(ceType).orElseThrow());
    }
}
