package io.sillok.schemas.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.MutableCoercionConfig;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.sillok.schemas.personal.KeysUnavailable;
import java.io.IOException;
import java.io.UncheckedIOException;

/// The one JSON dialect of the platform: snake_case, RFC 3339 times, absent instead of null, fields
/// in the order of the record. Readers of the log ignore fields they do not know, so that producers
/// may add some; a field that is missing, null or of another JSON type is an error. Thread-safe.
public final class Json {

    /// Knows nothing of personal data.
    private static final JsonMapper OPEN = strict().build();

    private static final JsonMapper MAPPER = strict().addModule(new PersonalModule()).build();

    private Json() {}

    /// A builder of mappers that speak the dialect, for those who need to be stricter.
    public static JsonMapper.Builder dialect() {
        return JsonMapper.builder()
                .addModule(new Jdk8Module())
                .addModule(new JavaTimeModule())
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(
                                JsonInclude.Include.NON_ABSENT, JsonInclude.Include.NON_ABSENT))
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .withCoercionConfig(LogicalType.Textual, Json::textOnly)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8);
    }

    private static JsonMapper.Builder strict() {
        return dialect()
                .annotationIntrospector(new RequiredComponents())
                .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    private static void textOnly(MutableCoercionConfig text) {
        text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
    }

    /// How deep and how large JSON from outside may be.
    public static StreamReadConstraints limits() {
        return StreamReadConstraints.builder()
                .maxNestingDepth(64)
                .maxStringLength(2_000_000)
                .maxNumberLength(100)
                .build();
    }

    /// The value as bytes.
    ///
    /// @throws UncheckedIOException when it holds personal data, which is written with keys only
    public static byte[] bytes(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The value as bytes, with personal data in it that anybody can read. Never for the log.
    public static byte[] inTheOpen(Object value) {
        try {
            return OPEN.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Reads what [#inTheOpen] wrote.
    static Object fromTheOpen(byte[] bytes, JavaType type) throws IOException {
        return OPEN.readValue(bytes, type);
    }

    /// The value as bytes, with personal data in it encrypted.
    ///
    /// @throws KeysUnavailable when keys cannot be had
    static byte[] bytes(Object value, Sealing sealing) {
        try {
            return MAPPER.writer().withAttribute(Sealing.class, sealing).writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throwIfUnavailable(e);
            throw new UncheckedIOException(e);
        }
    }

    /// Reads bytes with personal data in them encrypted.
    ///
    /// @throws IOException when `bytes` are not JSON of a `T`, or a ciphertext is not where it was
    ///   made for
    /// @throws KeysUnavailable when keys cannot be had
    static <T> T read(byte[] bytes, Class<T> type, Opening opening) throws IOException {
        try {
            return MAPPER.readerFor(type).withAttribute(Opening.class, opening).readValue(bytes);
        } catch (JsonProcessingException e) {
            throwIfUnavailable(e);
            throw e;
        }
    }

    /// Jackson wraps what is thrown inside of it.
    private static void throwIfUnavailable(JsonProcessingException thrown) {
        if (thrown.getCause() instanceof KeysUnavailable cause) {
            throw cause;
        }
    }

    /// Reads bytes that came from elsewhere.
    ///
    /// @throws IOException when `bytes` are not JSON of a `T`
    public static <T> T read(byte[] bytes, Class<T> type) throws IOException {
        return MAPPER.readValue(bytes, type);
    }

    /// Reads bytes that this platform wrote itself.
    ///
    /// @throws UncheckedIOException when they are not JSON of a `T` after all
    public static <T> T readOwn(byte[] bytes, Class<T> type) {
        try {
            return MAPPER.readValue(bytes, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static JsonNode tree(byte[] bytes) throws IOException {
        return MAPPER.readTree(bytes);
    }

    /// A record as a JSON object.
    public static ObjectNode object(Object value) {
        return MAPPER.valueToTree(value);
    }

    public static <T> T convert(JsonNode node, Class<T> type) {
        return MAPPER.convertValue(node, type);
    }
}
