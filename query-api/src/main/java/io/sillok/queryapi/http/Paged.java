package io.sillok.queryapi.http;

import static io.swagger.v3.oas.annotations.enums.ParameterIn.QUERY;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Says in the API's description that a list is asked for, and answered, in parts.
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Parameter(in = QUERY, name = "page", description = "from 1, within the first 10,000")
@Parameter(in = QUERY, name = "size", description = "1 to 100, default 20")
@Parameter(in = QUERY, name = "skip", description = "instead of page")
@Parameter(in = QUERY, name = "limit", description = "instead of size")
@Parameter(in = QUERY, name = "cursor", description = "next_cursor of another part")
@ApiResponse(responseCode = "200", description = "a part of the list", useReturnTypeSchema = true)
public @interface Paged {}
