package io.sillok.queryapi.consistency;

import org.apache.kafka.common.TopicPartition;

/// A partition as one projection reads it.
public record Place(String projection, TopicPartition partition) {}
