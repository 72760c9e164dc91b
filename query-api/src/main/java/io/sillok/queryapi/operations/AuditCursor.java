package io.sillok.queryapi.operations;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import io.sillok.platform.kafka.LogEpoch;
import io.sillok.queryapi.http.Cursor;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/// Where an audit goes on: a position in each partition it reads.
///
/// @param epoch of the log the positions belong to
record AuditCursor(String epoch, List<Place> places) {

    AuditCursor {
        requireNonNull(epoch);
        places = List.copyOf(places);
    }

    record Place(String topic, int partition, long position) {

        Place {
            requireNonNull(topic);
            if (partition < 0 || position < 0) {
                throw new IllegalArgumentException("partitions and positions start at 0");
            }
        }
    }

    static AuditCursor of(LogEpoch epoch, Map<TopicPartition, Long> positions) {
        return new AuditCursor(
                epoch.value(),
                positions.entrySet().stream()
                        .map(
                                at ->
                                        new Place(
                                                at.getKey().topic(),
                                                at.getKey().partition(),
                                                at.getValue()))
                        .toList());
    }

    Map<TopicPartition, Long> positions(LogEpoch current) {
        if (!epoch.equals(current.value())) {
            throw Cursor.invalid();
        }
        return places.stream()
                .collect(
                        toMap(
                                place -> new TopicPartition(place.topic(), place.partition()),
                                Place::position,
                                Math::min));
    }
}
