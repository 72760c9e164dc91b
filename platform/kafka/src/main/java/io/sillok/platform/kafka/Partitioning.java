package io.sillok.platform.kafka;

import org.apache.kafka.common.utils.Utils;

/// Which partition a key belongs to, by the rule of Kafka's own producer. Commands and events of a
/// context follow the same rule, so a key always meets the same decider.
public final class Partitioning {

    private Partitioning() {}

    public static int partitionOf(byte[] key, int partitions) {
        return Utils.toPositive(Utils.murmur2(key)) % partitions;
    }
}
