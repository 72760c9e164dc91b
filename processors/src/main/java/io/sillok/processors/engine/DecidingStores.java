package io.sillok.processors.engine;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.WindowStore;

/// The state stores of a deciding topology, all on disk.
final class DecidingStores {

    /// Boundary states, subject heads, waiting commands, and the claims of boundaries.
    static final String BOUNDARIES = "boundaries";

    /// How commands with an idempotency key were settled.
    static final String ANSWERS = "answers";

    /// Soft references, the same in every instance.
    static final String REFERENCES = "references";

    private static final Map<String, String> CHANGELOG =
            Map.of(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(Limits.STATE_BYTES));

    private DecidingStores() {}

    static StoreBuilder<KeyValueStore<String, byte[]>> boundaries() {
        return keyValue(BOUNDARIES).withLoggingEnabled(CHANGELOG);
    }

    static StoreBuilder<KeyValueStore<String, byte[]>> references() {
        return keyValue(REFERENCES).withLoggingDisabled();
    }

    static StoreBuilder<WindowStore<String, byte[]>> answers() {
        return Stores.windowStoreBuilder(
                        Stores.persistentWindowStore(
                                ANSWERS, Answers.KEPT, Duration.ofMillis(1), false),
                        Serdes.String(),
                        Serdes.ByteArray())
                .withCachingDisabled()
                .withLoggingEnabled(CHANGELOG);
    }

    private static StoreBuilder<KeyValueStore<String, byte[]>> keyValue(String name) {
        return Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(name), Serdes.String(), Serdes.ByteArray())
                .withCachingDisabled();
    }
}
