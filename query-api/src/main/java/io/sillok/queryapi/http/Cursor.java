package io.sillok.queryapi.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.sillok.platform.web.problems.ProblemException;
import io.sillok.schemas.problems.ErrorCode;
import io.sillok.schemas.problems.Problem;
import io.sillok.schemas.problems.Problem.Violation;
import io.sillok.schemas.wire.Json;
import java.io.IOException;
import java.util.Base64;
import java.util.List;

/// The text form of a place in a list: opaque to clients, the unpadded base64url form of some JSON.
public final class Cursor {

    private static final int LONGEST = 4_000;

    private Cursor() {}

    public static String write(Object place) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Json.bytes(place));
    }

    /// Reads what [#write(Object)] wrote.
    ///
    /// @throws ProblemException when it is anything else
    public static <T> T read(String text, Class<T> type) {
        if (text.length() > LONGEST) {
            throw invalid();
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text);
            JsonNode node = Json.tree(bytes);
            if (!node.isObject()) {
                throw invalid();
            }
            return Json.convert(node, type);
        } catch (IOException | IllegalArgumentException e) {
            throw invalid().because(e);
        }
    }

    /// The problem of a cursor that is none, or belongs to another list.
    public static ProblemException invalid() {
        return ProblemException.of(
                new Problem(
                        ErrorCode.E4001,
                        "cursor-invalid",
                        "Send the cursor exactly as it was received, to the list it came from.",
                        List.of(new Violation("cursor", "must be a cursor of this list"))));
    }
}
