package io.sillok.schemas.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sillok.schemas.envelope.Subject;
import io.sillok.schemas.personal.PersonKeys;
import io.sillok.schemas.personal.PersonalTypes;
import io.sillok.schemas.personal.SealedText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Resources as settlements carry them: a JSON object whose personal members are encrypted, bound
/// to the settlement's subject and the member's name. Who opens it need not know the resource's
/// type. Thread-safe.
public final class Representations {

    private static final String REDACTED = "redacted";
    private static final String PLACE = "io.sillok.operations.command-settled.v1 ";

    private final PersonKeys keys;
    private final Map<Class<?>, Boolean> personal = new ConcurrentHashMap<>();

    public Representations(PersonKeys keys) {
        this.keys = keys;
    }

    /// A resource as it stands in a settlement.
    ///
    /// @param subject of the settlement
    /// @throws io.sillok.schemas.personal.KeysUnavailable when it holds personal data and keys
    ///   cannot be had
    public ObjectNode seal(Object resource, Subject subject) {
        if (!personal.computeIfAbsent(resource.getClass(), PersonalTypes::holdPersonalData)) {
            return Json.object(resource);
        }
        try {
            byte[] sealed = Json.bytes(resource, new Sealing(keys, place(subject)));
            return (ObjectNode) Json.tree(sealed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The same with everything decrypted. Members whose key is destroyed are left out and named in
    /// a member `redacted` of the same object. What was not encrypted for this subject and member
    /// under a key that is known stays as it is: it is what somebody wrote.
    ///
    /// @throws io.sillok.schemas.personal.KeysUnavailable when keys cannot be had
    public ObjectNode open(ObjectNode sealed, Subject subject) {
        if (keys.equals(PersonKeys.NONE)) {
            return sealed;
        }
        ObjectNode copy = sealed.deepCopy();
        open(copy, new Opening(keys, place(subject)));
        return copy;
    }

    private static void open(JsonNode node, Opening opening) {
        node.forEach(inner -> open(inner, opening));
        if (node instanceof ObjectNode object) {
            List<String> redacted = new ArrayList<>();
            for (Map.Entry<String, JsonNode> member : List.copyOf(object.properties())) {
                if (isSealed(member.getValue())) {
                    open(object, member.getKey(), member.getValue().asText(), opening, redacted);
                }
            }
            if (!redacted.isEmpty()) {
                ArrayNode names = object.putArray(REDACTED);
                redacted.forEach(names::add);
            }
        }
    }

    private static void open(
            ObjectNode object, String name, String text, Opening opening, List<String> redacted) {
        switch (opening.open(text, name)) {
            case Opened.Plain(_, var json) -> object.set(name, tree(json));
            case Opened.Redacted _ -> {
                object.remove(name);
                redacted.add(name);
            }
            case Opened.Keyless _, Opened.Withheld _, Opened.Refused _ -> {}
        }
    }

    private static boolean isSealed(JsonNode value) {
        return value.isTextual()
                && (value.asText().equals(SealedText.ERASED)
                        || SealedText.parse(value.asText()).isPresent());
    }

    private static JsonNode tree(byte[] json) {
        try {
            return Json.tree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String place(Subject subject) {
        return PLACE + subject;
    }
}
