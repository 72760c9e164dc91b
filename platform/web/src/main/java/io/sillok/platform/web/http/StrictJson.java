package io.sillok.platform.web.http;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.sillok.schemas.wire.Json;
import java.util.Optional;

/// The platform's JSON as it is taken from callers: nothing unknown, nothing twice, nothing after
/// the end, nothing guessed, nothing missing.
public final class StrictJson {

    private StrictJson() {}

    public static JsonMapper mapper() {
        JsonMapper mapper =
                Json.dialect()
                        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                        .defaultSetterInfo(JsonSetter.Value.forValueNulls(Nulls.FAIL))
                        .withConfigOverride(
                                Optional.class,
                                absent ->
                                        absent.setSetterInfo(
                                                JsonSetter.Value.forValueNulls(Nulls.SET)))
                        .withCoercionConfig(
                                LogicalType.Textual,
                                text ->
                                        text.setCoercion(
                                                        CoercionInputShape.Integer,
                                                        CoercionAction.Fail)
                                                .setCoercion(
                                                        CoercionInputShape.Float,
                                                        CoercionAction.Fail)
                                                .setCoercion(
                                                        CoercionInputShape.Boolean,
                                                        CoercionAction.Fail))
                        .build();
        mapper.getFactory().setStreamReadConstraints(Json.limits());
        return mapper;
    }
}
