package io.sillok.queryapi.catalog;

import io.sillok.platform.kafka.LogUnavailable;
import io.sillok.queryapi.engines.Away;
import io.sillok.queryapi.engines.Busy;
import io.sillok.queryapi.log.EventLog;
import io.sillok.queryapi.log.Past;
import io.sillok.schemas.catalog.Category;
import io.sillok.schemas.catalog.CategoryEvent;
import io.sillok.schemas.catalog.CategoryId;
import io.sillok.schemas.catalog.Item;
import io.sillok.schemas.catalog.ItemEvent;
import io.sillok.schemas.catalog.ItemId;
import io.sillok.schemas.catalog.Material;
import io.sillok.schemas.catalog.MaterialEvent;
import io.sillok.schemas.catalog.MaterialId;
import io.sillok.schemas.catalog.Post;
import io.sillok.schemas.catalog.PostEvent;
import io.sillok.schemas.catalog.PostId;
import io.sillok.schemas.envelope.BoundaryKey;
import java.time.Instant;

/// The catalog as it was, rebuilt from the log. Thread-safe.
final class PastCatalog {

    private final EventLog log;

    PastCatalog(EventLog log) {
        this.log = log;
    }

    Past<Category> category(CategoryId id, Instant asOf) {
        return read(
                new Past.Recipe<>(
                        id.subject(),
                        BoundaryKey.of(id.subject()),
                        CategoryEvent.class,
                        Category::evolve),
                asOf);
    }

    Past<Material> material(MaterialId id, Instant asOf) {
        return read(
                new Past.Recipe<>(
                        id.subject(),
                        BoundaryKey.of(id.subject()),
                        MaterialEvent.class,
                        Material::evolve),
                asOf);
    }

    Past<Item> item(ItemId id, Instant asOf) {
        return read(
                new Past.Recipe<>(
                        id.subject(), BoundaryKey.of(id.subject()), ItemEvent.class, Item::evolve),
                asOf);
    }

    Past<Post> post(PostId id, Instant asOf) {
        return read(
                new Past.Recipe<>(
                        id.subject(), BoundaryKey.of(id.subject()), PostEvent.class, Post::evolve),
                asOf);
    }

    private <S, E> Past<S> read(Past.Recipe<S, E> recipe, Instant asOf) {
        try {
            return Past.read(log, recipe, asOf).orElseThrow(Busy::problem);
        } catch (LogUnavailable e) {
            throw Away.LOG.because(e);
        }
    }
}
