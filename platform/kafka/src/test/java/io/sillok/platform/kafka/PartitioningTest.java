package io.sillok.platform.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.junit.jupiter.api.Test;

final class PartitioningTest {

    @Test
    void agreesWithTheProducer() {
        for (int i = 0; i < 1_000; i++) {
            byte[] key = ("materials/" + i).getBytes(StandardCharsets.UTF_8);

            assertThat(Partitioning.partitionOf(key, 12))
                    .isEqualTo(BuiltInPartitioner.partitionForKey(key, 12));
        }
    }
}
