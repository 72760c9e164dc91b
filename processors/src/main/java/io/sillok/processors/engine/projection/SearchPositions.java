package io.sillok.processors.engine.projection;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sillok.platform.stores.Search;
import io.sillok.schemas.wire.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.TopicPartition;
import org.opensearch.client.opensearch.core.BulkRequest;
import org.opensearch.client.opensearch.core.BulkResponse;
import org.opensearch.client.opensearch.core.bulk.BulkResponseItem;
import org.opensearch.client.opensearch.core.mget.MultiGetResponseItem;

/// The positions of one version of a projection in the index `positions`, one document per
/// partition. Each is written only where nobody else has written since it was read. Used by one
/// thread.
final class SearchPositions {

    private static final int CONFLICT = 409;

    private final Search search;
    private final ProjectionName projection;
    private final Map<TopicPartition, Mark> marks = new HashMap<>();

    /// A position and which writing of it this is.
    private record Mark(long position, long seqNo, long primaryTerm) {}

    SearchPositions(Search search, ProjectionName projection) {
        this.search = search;
        this.projection = projection;
    }

    /// Notes where partitions begin that were never read, and reads all.
    Map<TopicPartition, Long> begin(Map<TopicPartition, Long> beginnings) {
        marks.clear();
        List<TopicPartition> partitions = List.copyOf(beginnings.keySet());
        read(partitions);
        List<TopicPartition> missing =
                partitions.stream().filter(partition -> !marks.containsKey(partition)).toList();
        if (!missing.isEmpty()) {
            create(missing, beginnings);
            read(missing);
        }
        return current();
    }

    /// The positions as they were last read or written here.
    Map<TopicPartition, Long> current() {
        Map<TopicPartition, Long> positions = new HashMap<>();
        marks.forEach((partition, mark) -> positions.put(partition, mark.position()));
        return positions;
    }

    /// Reads those again that are known here.
    Map<TopicPartition, Long> refreshed() {
        read(List.copyOf(marks.keySet()));
        return current();
    }

    /// Those of the partitions that were ever read.
    Map<TopicPartition, Long> among(Collection<TopicPartition> partitions) {
        read(List.copyOf(partitions));
        return current();
    }

    /// Moves positions.
    ///
    /// @throws PositionConflict when one was moved by somebody else; others may have moved then
    void advance(Map<TopicPartition, Long> to) {
        List<Map.Entry<TopicPartition, Long>> moved =
                to.entrySet().stream()
                        .filter(entry -> mark(entry.getKey()).position() != entry.getValue())
                        .toList();
        if (moved.isEmpty()) {
            return;
        }
        BulkRequest.Builder bulk = new BulkRequest.Builder().index(search.name("positions"));
        moved.forEach(entry -> index(bulk, entry.getKey(), entry.getValue()));
        List<BulkResponseItem> items = send(bulk).items();
        for (int i = 0; i < moved.size(); i++) {
            marks.put(moved.get(i).getKey(), written(items.get(i), moved.get(i).getValue()));
        }
    }

    private void index(BulkRequest.Builder bulk, TopicPartition partition, long position) {
        Mark mark = mark(partition);
        bulk.operations(
                o ->
                        o.index(
                                i ->
                                        i.id(id(partition))
                                                .ifSeqNo(mark.seqNo())
                                                .ifPrimaryTerm(mark.primaryTerm())
                                                .document(document(partition, position))));
    }

    private void create(List<TopicPartition> missing, Map<TopicPartition, Long> beginnings) {
        BulkRequest.Builder bulk = new BulkRequest.Builder().index(search.name("positions"));
        for (TopicPartition partition : missing) {
            long position = beginnings.getOrDefault(partition, 0L);
            bulk.operations(
                    o ->
                            o.create(
                                    c ->
                                            c.id(id(partition))
                                                    .document(document(partition, position))));
        }
        for (BulkResponseItem item : send(bulk).items()) {
            if (item.error() != null && item.status() != CONFLICT) {
                throw new SearchFault("a position could not be created: " + item.error().type());
            }
        }
    }

    private Mark written(BulkResponseItem item, long position) {
        if (item.status() == CONFLICT) {
            throw new PositionConflict(projection);
        }
        Long seqNo = item.seqNo();
        Long primaryTerm = item.primaryTerm();
        if (item.error() != null || seqNo == null || primaryTerm == null) {
            throw new SearchFault("a position could not be stored");
        }
        return new Mark(position, seqNo, primaryTerm);
    }

    private void read(List<TopicPartition> partitions) {
        if (partitions.isEmpty()) {
            return;
        }
        List<MultiGetResponseItem<ObjectNode>> found = get(partitions);
        for (int i = 0; i < partitions.size(); i++) {
            if (found.get(i).isFailure()) {
                throw new SearchFault("a position could not be read");
            }
            var result = found.get(i).result();
            ObjectNode source = result.source();
            if (result.found() && source != null) {
                Mark mark =
                        new Mark(
                                source.path("position").asLong(),
                                Objects.requireNonNull(result.seqNo()),
                                Objects.requireNonNull(result.primaryTerm()));
                marks.put(partitions.get(i), mark);
            }
        }
    }

    private List<MultiGetResponseItem<ObjectNode>> get(List<TopicPartition> partitions) {
        List<String> ids = new ArrayList<>();
        partitions.forEach(partition -> ids.add(id(partition)));
        try {
            return search.client()
                    .mget(m -> m.index(search.name("positions")).ids(ids), ObjectNode.class)
                    .docs();
        } catch (IOException e) {
            throw new SearchFault("OpenSearch does not answer", e);
        }
    }

    private BulkResponse send(BulkRequest.Builder bulk) {
        try {
            return search.client().bulk(bulk.build());
        } catch (IOException e) {
            throw new SearchFault("OpenSearch does not answer", e);
        }
    }

    private Mark mark(TopicPartition partition) {
        return Objects.requireNonNull(marks.get(partition), "positions were not read");
    }

    private String id(TopicPartition partition) {
        return projection + "|" + partition.topic() + "|" + partition.partition();
    }

    private ObjectNode document(TopicPartition partition, long position) {
        return Json.object(
                Map.of(
                        "projection", projection.name(),
                        "version", projection.version(),
                        "topic", partition.topic(),
                        "partition", partition.partition(),
                        "position", position));
    }
}
