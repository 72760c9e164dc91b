package io.sillok.schemas.contract;

import static java.util.stream.Collectors.toCollection;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Compares a released JSON Schema with what it would become. A released schema may only grow by
/// what nobody needs to know: an optional property, a further word of an enum, a further
/// alternative. What is on the log must stay valid, and what readers rely on must stay there.
///
/// Not thread-safe; used once.
final class Compatibility {

    private static final Set<String> SAYS_NOTHING =
            Set.of("$schema", "$id", "$comment", "title", "description", "examples", "deprecated");
    private static final Set<String> COMPARED =
            Set.of("properties", "required", "enum", "oneOf", "items", "additionalProperties");

    private final List<String> breaks = new ArrayList<>();

    /// What would break, one sentence each; empty when nothing does.
    static List<String> breaks(JsonNode released, JsonNode next) {
        Compatibility comparison = new Compatibility();
        comparison.compare("", released, next);
        return List.copyOf(comparison.breaks);
    }

    private void compare(String at, JsonNode released, JsonNode next) {
        for (String keyword : union(names(released), names(next))) {
            if (SAYS_NOTHING.contains(keyword) || COMPARED.contains(keyword)) {
                continue;
            }
            if (!released.path(keyword).equals(next.path(keyword))) {
                say(at, keyword + " was " + shown(released, keyword), shown(next, keyword));
            }
        }
        compareProperties(at, released, next);
        compareRequired(at, released, next);
        compareEnum(at, released, next);
        compareAlternatives(at, released, next);
        compareInner(at, "items", released, next);
        compareInner(at, "additionalProperties", released, next);
    }

    private void compareProperties(String at, JsonNode released, JsonNode next) {
        JsonNode after = next.path("properties");
        released.path("properties")
                .properties()
                .forEach(
                        property -> {
                            String place = at + "/" + property.getKey();
                            if (after.has(property.getKey())) {
                                compare(place, property.getValue(), after.get(property.getKey()));
                            } else {
                                say(place, "the property is there", "it is gone");
                            }
                        });
    }

    private void compareRequired(String at, JsonNode released, JsonNode next) {
        Set<String> before = words(released.path("required"));
        Set<String> after = words(next.path("required"));
        for (String property : union(before, after)) {
            String place = at + "/" + property;
            if (!before.contains(property)) {
                say(place, "the property is absent or optional", "it is required");
            } else if (!after.contains(property) && next.path("properties").has(property)) {
                say(place, "the property is required", "it is optional");
            }
        }
    }

    private void compareEnum(String at, JsonNode released, JsonNode next) {
        if (!next.has("enum")) {
            if (released.has("enum")) {
                say(at, "the words are listed", "any text is allowed");
            }
            return;
        }
        if (!released.has("enum")) {
            say(at, "any text is allowed", "the words are listed");
        }
        Set<String> gone = new TreeSet<>(words(released.path("enum")));
        gone.removeAll(words(next.path("enum")));
        gone.forEach(word -> say(at, "the enum has " + word, "it has not"));
    }

    /// Alternatives are paired by their constants, the discriminators.
    private void compareAlternatives(String at, JsonNode released, JsonNode next) {
        if (released.has("oneOf") != next.has("oneOf")) {
            say(at, "oneOf was " + shown(released, "oneOf"), shown(next, "oneOf"));
            return;
        }
        for (JsonNode before : released.path("oneOf")) {
            Set<String> name = constants(before);
            String place = at + "/" + String.join(",", name);
            next.path("oneOf")
                    .valueStream()
                    .filter(after -> constants(after).equals(name))
                    .findFirst()
                    .ifPresentOrElse(
                            after -> compare(place, before, after),
                            () -> say(place, "the alternative is there", "it is gone"));
        }
    }

    private void compareInner(String at, String keyword, JsonNode released, JsonNode next) {
        JsonNode before = released.path(keyword);
        JsonNode after = next.path(keyword);
        if (before.isObject() && after.isObject()) {
            compare(at + "/" + keyword, before, after);
        } else if (!before.equals(after)) {
            say(at, keyword + " was " + shown(released, keyword), shown(next, keyword));
        }
    }

    private void say(String at, String before, String after) {
        breaks.add((at.isEmpty() ? "/" : at) + ": " + before + "; now " + after);
    }

    private static String shown(JsonNode schema, String keyword) {
        return schema.has(keyword) ? schema.get(keyword).toString() : "absent";
    }

    private static Set<String> constants(JsonNode alternative) {
        return alternative
                .path("properties")
                .propertyStream()
                .filter(property -> property.getValue().has("const"))
                .map(
                        property ->
                                property.getKey() + "=" + property.getValue().get("const").asText())
                .collect(toCollection(TreeSet::new));
    }

    private static Set<String> names(JsonNode schema) {
        Set<String> names = new HashSet<>();
        schema.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static Set<String> words(JsonNode array) {
        Set<String> words = new HashSet<>();
        array.forEach(word -> words.add(word.asText()));
        return words;
    }

    private static Set<String> union(Set<String> some, Set<String> others) {
        Set<String> union = new TreeSet<>(some);
        union.addAll(others);
        return union;
    }
}
