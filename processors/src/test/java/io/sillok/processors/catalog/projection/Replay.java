package io.sillok.processors.catalog.projection;

import io.sillok.platform.kafka.KafkaSettings;
import io.sillok.platform.testkit.WholeLog;
import io.sillok.processors.engine.projection.RowDigest;
import io.sillok.schemas.catalog.Category;
import io.sillok.schemas.catalog.CategoryEvent;
import io.sillok.schemas.catalog.Item;
import io.sillok.schemas.catalog.ItemEvent;
import io.sillok.schemas.catalog.Material;
import io.sillok.schemas.catalog.MaterialEvent;
import io.sillok.schemas.catalog.Post;
import io.sillok.schemas.catalog.PostEvent;
import io.sillok.schemas.envelope.EventEnvelope;
import io.sillok.schemas.topics.Topics;
import io.sillok.schemas.wire.Decoded;
import io.sillok.schemas.wire.EventCodec;
import io.sillok.schemas.wire.LogEntry;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The log, folded in memory by nothing of the engine of projections.
record Replay(
        Map<String, Material> materials,
        Map<String, Category> categories,
        Map<String, Item> items,
        Map<String, Post> posts) {

    static Replay of(KafkaSettings kafka) {
        Replay replay =
                new Replay(new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
        new WholeLog(kafka.bootstrapServers())
                .read(kafka.nameOf(Topics.CATALOG_EVENTS))
                .forEach(
                        stored -> {
                            if (EventCodec.decode(stored.record())
                                    instanceof
                                    Decoded.Message<LogEntry>(LogEntry.Event(var event))) {
                                replay.add(event);
                            }
                        });
        return replay;
    }

    RowDigest ofMaterials() {
        return RowDigest.of(materials.values().stream());
    }

    RowDigest ofCategories() {
        return RowDigest.of(categories.values().stream());
    }

    RowDigest ofItems() {
        return RowDigest.of(items.values().stream());
    }

    RowDigest ofPosts() {
        return RowDigest.of(posts.values().stream());
    }

    private void add(EventEnvelope<Object> event) {
        String id = event.subject().id().toString();
        switch (event.event()) {
            case MaterialEvent change ->
                    materials.put(
                            id,
                            Material.evolve(
                                    Optional.ofNullable(materials.get(id)), event.with(change)));
            case CategoryEvent change ->
                    categories.put(
                            id,
                            Category.evolve(
                                    Optional.ofNullable(categories.get(id)), event.with(change)));
            case ItemEvent change ->
                    items.put(
                            id,
                            Item.evolve(Optional.ofNullable(items.get(id)), event.with(change)));
            case PostEvent change ->
                    posts.put(
                            id,
                            Post.evolve(Optional.ofNullable(posts.get(id)), event.with(change)));
            default -> throw new IllegalStateException("not an event of the catalog");
        }
    }
}
