package io.sillok.queryapi.http;

import static io.swagger.v3.oas.annotations.enums.ParameterIn.QUERY;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Says in the API's description that one resource is answered, as it is or as it was at a
/// [Moment].
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Parameter(
        in = QUERY,
        name = Moment.AS_OF,
        description = "RFC 3339: as it was at that time, from the log")
@ApiResponse(responseCode = "200", description = "the resource", useReturnTypeSchema = true)
public @interface AsOf {}
