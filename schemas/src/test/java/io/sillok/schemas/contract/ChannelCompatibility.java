package io.sillok.schemas.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/// Compares a released AsyncAPI document with what it would become: channels keep their address and
/// their messages, headers follow the rules of schemas.
final class ChannelCompatibility {

    private ChannelCompatibility() {}

    /// What would break, one sentence each; empty when nothing does.
    static List<String> breaks(JsonNode released, JsonNode next) {
        List<String> breaks = new ArrayList<>();
        released.path("channels")
                .propertyStream()
                .forEach(
                        channel -> {
                            JsonNode after = next.path("channels").path(channel.getKey());
                            String place = "channel " + channel.getKey();
                            compare(place, channel.getValue(), after, breaks);
                        });
        released.path("components")
                .path("schemas")
                .propertyStream()
                .forEach(
                        headers -> {
                            JsonNode after =
                                    next.path("components").path("schemas").path(headers.getKey());
                            Compatibility.breaks(headers.getValue(), after).stream()
                                    .map(each -> headers.getKey() + " " + each)
                                    .forEach(breaks::add);
                        });
        return breaks;
    }

    private static void compare(
            String place, JsonNode released, JsonNode next, List<String> breaks) {
        if (!released.path("address").equals(next.path("address"))) {
            breaks.add(
                    place + ": its address was " + released.path("address") + "; now it differs");
        }
        released.path("messages")
                .fieldNames()
                .forEachRemaining(
                        message -> {
                            if (!next.path("messages").has(message)) {
                                breaks.add(place + ": had " + message + "; now it has not");
                            }
                        });
    }
}
