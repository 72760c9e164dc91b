package io.sillok.processors.engine;

import static org.apache.kafka.streams.StreamsConfig.globalConsumerPrefix;
import static org.apache.kafka.streams.StreamsConfig.producerPrefix;
import static org.apache.kafka.streams.StreamsConfig.restoreConsumerPrefix;

import io.sillok.platform.kafka.KafkaSettings;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.GroupProtocol;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.DefaultProductionExceptionHandler;
import org.apache.kafka.streams.errors.LogAndFailExceptionHandler;
import org.apache.kafka.streams.errors.LogAndFailProcessingExceptionHandler;

/// The configuration of a deciding Streams application: exactly once, and quick.
///
/// A thread looks at the commit interval only between polls, so both times are short. The handlers
/// of faults all fail: what is wrong with a record is settled by [CommandDesk], so a fault that
/// gets as far as Streams is one of the machinery, and skipping a record for it would lose a
/// command. The thread is replaced and the record is taken again.
final class DecidingProperties {

    private static final int POLL_MILLIS = 5;

    /// A state is restored partition by partition, and the next one is asked for only after the end
    /// of the one before was waited for.
    private static final int END_MILLIS = 50;

    private static final int DEAD_AFTER_MILLIS = 10_000;
    private static final int LARGEST_REQUEST = 2 * Limits.STATE_BYTES;

    private DecidingProperties() {}

    static Properties of(DecidingContext context, KafkaSettings kafka, DecidingSettings settings) {
        Properties properties = new Properties();
        identify(properties, context, kafka, settings);
        hurry(properties, settings);
        fail(properties);
        properties.putAll(kafka.client());
        return properties;
    }

    private static void identify(
            Properties properties,
            DecidingContext context,
            KafkaSettings kafka,
            DecidingSettings settings) {
        properties.put(
                StreamsConfig.APPLICATION_ID_CONFIG,
                kafka.namespace().dotted(context.deciderName()));
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServers());
        properties.put(StreamsConfig.STATE_DIR_CONFIG, settings.stateDirectory().toString());
        properties.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, (int) kafka.replication());
        properties.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, settings.threads());
        properties.put(StreamsConfig.GROUP_PROTOCOL_CONFIG, GroupProtocol.STREAMS.name());
        properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        properties.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        properties.put(StreamsConfig.ENABLE_METRICS_PUSH_CONFIG, false);
    }

    private static void hurry(Properties properties, DecidingSettings settings) {
        properties.put(
                StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, settings.commitInterval().toMillis());
        properties.put(StreamsConfig.POLL_MS_CONFIG, POLL_MILLIS);
        properties.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 0);
        properties.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, RocksMemory.class);
        properties.put(globalConsumerPrefix(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG), END_MILLIS);
        properties.put(restoreConsumerPrefix(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG), END_MILLIS);
        properties.put(producerPrefix(ProducerConfig.LINGER_MS_CONFIG), 0);
        properties.put(producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), LARGEST_REQUEST);
        properties.put(
                producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG), DEAD_AFTER_MILLIS);
    }

    private static void fail(Properties properties) {
        properties.put(StreamsConfig.DEFAULT_TIMESTAMP_EXTRACTOR_CLASS_CONFIG, LogTime.class);
        properties.put(
                StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG,
                LogAndFailExceptionHandler.class);
        properties.put(
                StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG,
                LogAndFailProcessingExceptionHandler.class);
        properties.put(
                StreamsConfig.PRODUCTION_EXCEPTION_HANDLER_CLASS_CONFIG,
                DefaultProductionExceptionHandler.class);
    }
}
