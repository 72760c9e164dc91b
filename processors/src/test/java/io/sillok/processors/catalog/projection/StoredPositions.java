package io.sillok.processors.catalog.projection;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sillok.processors.engine.projection.ProjectionStage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;

/// The positions of projections as a reader of the stores sees them, by `topic/partition`.
record StoredPositions(ProjectionStage stage) {

    Map<String, Long> inPostgres(String projection) {
        Map<String, Long> positions = new TreeMap<>();
        stage.postgres()
                .jdbi()
                .useHandle(
                        handle ->
                                handle.createQuery(
                                                """
                                                select topic || '/' || partition as place, position
                                                  from positions
                                                 where projection = :projection
                                                """)
                                        .bind("projection", projection)
                                        .map(
                                                (row, _) ->
                                                        Map.entry(
                                                                row.getString("place"),
                                                                row.getLong("position")))
                                        .forEach(e -> positions.put(e.getKey(), e.getValue())));
        return positions;
    }

    Map<String, Long> inOpenSearch() {
        Map<String, Long> positions = new TreeMap<>();
        String index = stage.search().name("positions");
        try {
            var _ = stage.search().client().indices().refresh(r -> r.index(index));
            stage.search()
                    .client()
                    .search(s -> s.index(index).size(100), ObjectNode.class)
                    .hits()
                    .hits()
                    .forEach(
                            hit -> {
                                ObjectNode source = hit.source();
                                if (source != null) {
                                    positions.put(
                                            source.path("topic").asText()
                                                    + "/"
                                                    + source.path("partition").asInt(),
                                            source.path("position").asLong());
                                }
                            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return positions;
    }
}
