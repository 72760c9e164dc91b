package io.sillok.schemas.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompatibilityTest {

    private static final String RELEASED =
            """
            {"title": "a", "type": "object", "properties": {
               "name": {"type": "string", "maxLength": 100},
               "note": {"type": "string"},
               "level": {"type": "string", "enum": ["low", "high"]},
               "files": {"type": "array", "items": {
                 "type": "object",
                 "properties": {"size": {"type": "integer", "minimum": 1}},
                 "required": ["size"]}},
               "labels": {"type": "object", "additionalProperties": {"type": "string"}},
               "verdict": {"oneOf": [
                 {"type": "object", "properties": {
                    "verdict": {"const": "clean"}, "pages": {"type": "integer"}},
                    "required": ["verdict"]},
                 {"type": "object", "properties": {"verdict": {"const": "infected"}},
                    "required": ["verdict"]}]}},
             "required": ["name", "files"]}
            """;

    @Nested
    class Allows {

        @Test
        void theSameSchema() {
            assertAllowed("", "");
        }

        @Test
        void anotherTitle() {
            assertAllowed("\"title\": \"a\"", "\"title\": \"b\", \"description\": \"new\"");
        }

        @Test
        void anOptionalProperty() {
            assertAllowed(
                    "\"note\": {\"type\": \"string\"}",
                    "\"note\": {\"type\": \"string\"}, \"more\": {\"type\": \"integer\"}");
        }

        @Test
        void aFurtherWord() {
            assertAllowed("\"high\"]", "\"high\", \"highest\"]");
        }

        @Test
        void aFurtherAlternative() {
            assertAllowed(
                    "{\"oneOf\": [",
                    "{\"oneOf\": [{\"type\": \"object\", \"properties\": {\"verdict\": {\"const\":"
                            + " \"odd\"}}},");
        }

        @Test
        void anotherOrder() {
            assertAllowed("[\"name\", \"files\"]", "[\"files\", \"name\"]");
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
        a property that is gone     | "note": {"type": "string"},  | `` | /note: the property is there; now it is gone
        a new required property     | ["name", "files"]  | ["name", "files", "more"] | /more: the property is absent or optional; now it is required
        an option that is a must    | ["name", "files"]  | ["name", "files", "note"] | /note: the property is absent or optional; now it is required
        a must that is an option    | ["name", "files"]  | ["files"] | /name: the property is required; now it is optional
        another type                | "note": {"type": "string"} | "note": {"type": "integer"} | /note: type was "string"; now "integer"
        a wider type                | "note": {"type": "string"} | "note": {"type": ["string", "null"]} | /note: type was "string"; now ["string","null"]
        a narrower length           | "maxLength": 100 | "maxLength": 50 | /name: maxLength was 100; now 50
        a new limit                 | "note": {"type": "string"} | "note": {"type": "string", "minLength": 1} | /note: minLength was absent; now 1
        a format                    | "note": {"type": "string"} | "note": {"type": "string", "format": "uuid"} | /note: format was absent; now "uuid"
        a word that is gone         | ["low", "high"] | ["low"] | /level: the enum has high; now it has not
        words for any text          | "note": {"type": "string"} | "note": {"type": "string", "enum": ["a"]} | /note: any text is allowed; now the words are listed
        any text for words          | , "enum": ["low", "high"] | `` | /level: the words are listed; now any text is allowed
        an inner limit              | "minimum": 1 | "minimum": 2 | /files/items/size: minimum was 1; now 2
        an inner type               | "additionalProperties": {"type": "string"} | "additionalProperties": {"type": "integer"} | /labels/additionalProperties: type was "string"; now "integer"
        a closed object             | "type": "object", "additionalProperties": {"type": "string"} | "type": "object", "additionalProperties": false | /labels: additionalProperties was {"type":"string"}; now false
        another discriminator       | {"const": "infected"} | {"const": "ill"} | /verdict/verdict=infected: the alternative is there; now it is gone
        an alternative's property   | , "pages": {"type": "integer"} | `` | /verdict/verdict=clean/pages: the property is there; now it is gone
        """)
    void refuses(String what, String before, String after, String sentence)
            throws JsonProcessingException {
        assertThat(RELEASED).as(what).contains(before);

        JsonNode next = json(RELEASED.replace(before, after));

        assertThat(Compatibility.breaks(json(RELEASED), next)).contains(sentence);
    }

    private static void assertAllowed(String before, String after) {
        try {
            JsonNode next = json(before.isEmpty() ? RELEASED : RELEASED.replace(before, after));
            assertThat(Compatibility.breaks(json(RELEASED), next)).isEmpty();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static JsonNode json(String text) throws JsonProcessingException {
        return JsonMapper.builder().build().readTree(text);
    }
}
