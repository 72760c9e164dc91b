package io.sillok.commandapi.catalog.tus;

import io.sillok.platform.web.problems.ProblemException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The header `Upload-Metadata`: pairs of a key and a text, UTF-8 in Base64.
///
/// @param texts by their keys
public record TusMetadata(Map<String, String> texts) {

    public TusMetadata {
        texts = Map.copyOf(texts);
    }

    /// Reads the header. A key without a value has the empty text.
    ///
    /// @param known the keys that may be there
    /// @throws ProblemException E4001 when a key is unknown or there twice, or a value is no text
    public static TusMetadata parse(String header, Set<String> known) {
        Map<String, String> texts = new HashMap<>();
        if (header.isEmpty()) {
            return new TusMetadata(texts);
        }
        for (String pair : header.split(",", -1)) {
            String[] parts = pair.strip().split(" ", 2);
            String key = parts[0];
            if (!known.contains(key)) {
                throw TusProblems.wrong(
                        "unknown-field", key, "is not part of the metadata of an upload");
            }
            if (texts.put(key, text(key, parts.length == 1 ? "" : parts[1])) != null) {
                throw TusProblems.wrong("repeated-field", key, "must be sent once");
            }
        }
        return new TusMetadata(texts);
    }

    /// The text of a key; empty also for an empty one.
    public Optional<String> text(String key) {
        return Optional.ofNullable(texts.get(key)).filter(text -> !text.isEmpty());
    }

    private static String text(String key, String base64) {
        byte[] bytes =
                StrictBase64.decode(base64)
                        .orElseThrow(
                                () -> TusProblems.wrong("invalid-field", key, "must be Base64"));
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException _) {
            throw TusProblems.wrong("invalid-field", key, "must be UTF-8");
        }
    }
}
