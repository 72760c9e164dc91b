package io.sillok.schemas.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sillok.schemas.topics.Namespace;
import io.sillok.schemas.topics.Topic;
import io.sillok.schemas.topics.Topics;
import io.sillok.schemas.wire.MessageType;
import io.sillok.schemas.wire.MessageTypes;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class AsyncApiTest {

    private static final ObjectNode DOCUMENT = AsyncApi.document();

    @Test
    void describesEveryTopicUnderItsAddress() {
        List<String> addresses =
                DOCUMENT.path("channels")
                        .propertyStream()
                        .map(channel -> channel.getValue().path("address").asText())
                        .map(address -> address.replace("{namespace}", "sillok"))
                        .toList();

        assertThat(addresses)
                .containsExactlyElementsOf(
                        Topics.ALL.stream()
                                .map(topic -> topic.in(new Namespace("sillok")))
                                .toList());
    }

    @Test
    void describesEveryMessageOfATopic() {
        for (Topic topic : Topics.ALL) {
            String name = topic.name() + ".v" + topic.generation();
            assertThat(DOCUMENT.path("channels").path(name).path("messages").propertyStream())
                    .extracting(message -> message.getKey())
                    .containsExactlyElementsOf(
                            MessageTypes.on(topic).stream().map(MessageType::ceType).toList());
        }
    }

    @Test
    void refersOnlyToWhatIsThere() {
        for (JsonNode reference : DOCUMENT.findValues("$ref")) {
            String target = reference.asText();
            if (target.startsWith("#")) {
                assertThat(DOCUMENT.at(target.substring(1)).isMissingNode()).as(target).isFalse();
            } else {
                assertThat(ContractFiles.generate()).containsKey(target.substring(2));
            }
        }
    }

    @Nested
    class Released {

        private final ObjectNode next = DOCUMENT.deepCopy();

        @Test
        void mayStayAsItIs() {
            assertThat(breaks()).isEmpty();
        }

        @Test
        void mayGetAnotherChannel() {
            ((ObjectNode) next.path("channels")).putObject("more").put("address", "more");

            assertThat(breaks()).isEmpty();
        }

        @Test
        void keepsItsChannels() {
            ((ObjectNode) next.path("channels")).remove("catalog.events.v1");

            assertThat(breaks())
                    .isNotEmpty()
                    .allSatisfy(each -> assertThat(each).startsWith("channel catalog.events.v1:"));
        }

        @Test
        void keepsTheMessagesOfAChannel() {
            JsonNode messages = next.at("/channels/work.scans.v1/messages");
            ((ObjectNode) messages).remove("io.sillok.catalog.scan-material.v1");

            assertThat(breaks())
                    .containsExactly(
                            "channel work.scans.v1: had io.sillok.catalog.scan-material.v1; now it"
                                    + " has not");
        }

        @Test
        void keepsItsHeaders() {
            JsonNode headers = next.at("/components/schemas/event-headers/properties");
            ((ObjectNode) headers).remove("ce_chain");

            assertThat(breaks())
                    .contains("event-headers /ce_chain: the property is there; now it is gone");
        }

        private List<String> breaks() {
            return ChannelCompatibility.breaks(DOCUMENT, next);
        }
    }
}
