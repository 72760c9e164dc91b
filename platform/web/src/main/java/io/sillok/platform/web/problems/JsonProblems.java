package io.sillok.platform.web.problems;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.sillok.schemas.problems.ErrorCode;
import io.sillok.schemas.problems.Problem;
import io.sillok.schemas.problems.Problem.Violation;
import java.util.List;

/// What is wrong with a JSON body, told without repeating what the caller sent.
final class JsonProblems {

    private static final int LONGEST_PATH = 200;

    private JsonProblems() {}

    static Problem of(JsonProcessingException exception) {
        return switch (exception) {
            case UnrecognizedPropertyException e ->
                    violated(ErrorCode.E4001, "unknown-field", e, "is not a field of this request");
            case InvalidNullException e ->
                    violated(ErrorCode.E4002, "field-required", e, "is required");
            case JsonMappingException e when e.getCause() instanceof StreamReadException inner ->
                    of(inner);
            case JsonMappingException e ->
                    violated(ErrorCode.E4001, "invalid-field", e, "does not have this form");
            case StreamConstraintsException _ ->
                    Problem.of(
                            ErrorCode.E4001,
                            "json-too-complex",
                            "The JSON is nested too deeply or has a value that is too long.");
            default ->
                    Problem.of(
                            ErrorCode.E4001,
                            "malformed-json",
                            "The body is not well-formed JSON" + at(exception) + ".");
        };
    }

    private static Problem violated(
            ErrorCode code, String reason, JsonMappingException exception, String message) {
        String path = path(exception);
        if (path.isEmpty()) {
            return Problem.of(code, "invalid-body", "The body does not have the expected form.");
        }
        return new Problem(
                code,
                reason,
                "A field of the body is not as it should be.",
                List.of(new Violation(path, message)));
    }

    private static String path(JsonMappingException exception) {
        StringBuilder path = new StringBuilder();
        for (Reference step : exception.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return path.length() <= LONGEST_PATH ? path.toString() : path.substring(0, LONGEST_PATH);
    }

    private static String at(JsonProcessingException exception) {
        return exception.getLocation() == null
                ? ""
                : " at line %d, column %d"
                        .formatted(
                                exception.getLocation().getLineNr(),
                                exception.getLocation().getColumnNr());
    }
}
