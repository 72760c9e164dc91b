package io.sillok.schemas.contract;

import static com.fasterxml.jackson.databind.node.JsonNodeFactory.instance;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sillok.schemas.topics.Topic;
import io.sillok.schemas.topics.Topics;
import io.sillok.schemas.wire.Headers;
import io.sillok.schemas.wire.MessageType;
import io.sillok.schemas.wire.MessageTypes;
import java.util.Map;
import java.util.Set;

/// The AsyncAPI 3.0 document: every topic as a channel with its messages. Payloads refer to the
/// JSON Schemas beside it.
final class AsyncApi {

    private static final String BINDING_VERSION = "0.5.0";
    private static final Set<String> DESCRIBED =
            Set.of("retention.ms", "retention.bytes", "max.message.bytes");

    private AsyncApi() {}

    static ObjectNode document() {
        ObjectNode document = instance.objectNode().put("asyncapi", "3.0.0");
        document.put("id", "urn:sillok");
        document.putObject("info")
                .put("title", "Sillok")
                .put("version", "1")
                .put(
                        "description",
                        "Everything that stands on the log. CloudEvents 1.0 in Kafka binary mode.")
                .putObject("license")
                .put("name", "Apache-2.0")
                .put("url", "https://www.apache.org/licenses/LICENSE-2.0");
        document.put("defaultContentType", "application/json");
        ObjectNode channels = document.putObject("channels");
        Topics.ALL.forEach(topic -> channels.set(name(topic), channel(topic)));
        ObjectNode components = document.putObject("components");
        ObjectNode messages = components.putObject("messages");
        MessageTypes.ALL.forEach(type -> messages.set(type.ceType(), message(type)));
        components.putObject("messageTraits").set("keyed", keyed());
        ObjectNode schemas = components.putObject("schemas");
        for (HeaderSchemas headers : HeaderSchemas.ALL) {
            schemas.set(headers.component(), headers.schema());
        }
        return document;
    }

    /// A topic's name without its namespace: `catalog.events.v1`.
    private static String name(Topic topic) {
        return topic.name() + ".v" + topic.generation();
    }

    private static ObjectNode channel(Topic topic) {
        ObjectNode channel = instance.objectNode().put("address", "{namespace}." + name(topic));
        channel.putObject("parameters")
                .putObject("namespace")
                .put("description", "The installation that the topic belongs to.")
                .put("default", "sillok");
        ObjectNode messages = channel.putObject("messages");
        MessageTypes.on(topic)
                .forEach(
                        type ->
                                messages.putObject(type.ceType())
                                        .put("$ref", "#/components/messages/" + type.ceType()));
        ObjectNode kafka = channel.putObject("bindings").putObject("kafka");
        kafka.set("topicConfiguration", configuration(topic));
        kafka.put("bindingVersion", BINDING_VERSION);
        return channel;
    }

    private static ObjectNode configuration(Topic topic) {
        ObjectNode configuration = instance.objectNode();
        topic.config().entrySet().stream()
                .filter(setting -> DESCRIBED.contains(setting.getKey()))
                .sorted(Map.Entry.comparingByKey())
                .forEach(setting -> configuration.put(setting.getKey(), number(setting)));
        configuration.putArray("cleanup.policy").add(topic.config().get("cleanup.policy"));
        return configuration;
    }

    private static long number(Map.Entry<String, String> setting) {
        return Long.parseLong(setting.getValue());
    }

    private static ObjectNode message(MessageType<?> type) {
        ObjectNode message = instance.objectNode().put("name", type.ceType());
        message.putArray("traits").addObject().put("$ref", "#/components/messageTraits/keyed");
        message.set("headers", headers(type));
        message.putObject("payload")
                .put("schemaFormat", "application/schema+json;version=draft-2020-12")
                .putObject("schema")
                .put("$ref", "./json-schema/" + type.ceType() + ".json");
        return message;
    }

    /// What all messages have in common.
    private static ObjectNode keyed() {
        ObjectNode trait = instance.objectNode().put("contentType", "application/json");
        ObjectNode kafka = trait.putObject("bindings").putObject("kafka");
        kafka.putObject("key")
                .put("type", "string")
                .put("description", "The consistency boundary that decides.");
        kafka.put("bindingVersion", BINDING_VERSION);
        return trait;
    }

    private static ObjectNode headers(MessageType<?> type) {
        ObjectNode headers = instance.objectNode();
        ArrayNode both = headers.putArray("allOf");
        both.addObject().put("$ref", "#/components/schemas/" + HeaderSchemas.of(type).component());
        both.addObject()
                .putObject("properties")
                .putObject(Headers.TYPE)
                .put("const", type.ceType());
        return headers;
    }
}
