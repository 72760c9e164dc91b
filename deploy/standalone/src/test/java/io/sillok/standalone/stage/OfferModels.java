package io.sillok.standalone.stage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sillok.platform.testkit.ledger.Model;
import io.sillok.schemas.catalog.Item;
import io.sillok.schemas.catalog.ItemEvent;
import io.sillok.schemas.catalog.Post;
import io.sillok.schemas.catalog.PostEvent;
import io.sillok.schemas.envelope.Subject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// What the ledger's checker must know of items and posts: their folds, and what each store shows.
public record OfferModels(PostgresRows postgres, SearchDocuments search) {

    public Model<Item> items() {
        return new Model<>(
                "items",
                (before, event) -> Item.evolve(before, event.with((ItemEvent) event.event())),
                List.of(
                        new Model.View<>("postgres items", OfferModels::row, this::itemRows),
                        new Model.View<>(
                                "opensearch items",
                                item -> document(item.version(), item.title(), item.removed()),
                                () -> documents("items"))));
    }

    public Model<Post> posts() {
        return new Model<>(
                "posts",
                (before, event) -> Post.evolve(before, event.with((PostEvent) event.event())),
                List.of(
                        new Model.View<>("postgres posts", OfferModels::row, this::postRows),
                        new Model.View<>(
                                "opensearch posts",
                                post -> document(post.version(), post.title(), post.retracted()),
                                () -> documents("posts"))));
    }

    private static ObjectNode row(Item item) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("version", item.version());
        row.put("title", item.title());
        row.put("description", item.description());
        row.put("price", item.price().amount());
        row.put("currency", item.price().currency());
        row.put("owner", item.owner());
        row.put("removed", item.removed());
        row.put("created_at", item.createdAt().toString());
        row.put("updated_at", item.updatedAt().toString());
        return CatalogModels.normal(row);
    }

    private static ObjectNode row(Post post) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("version", post.version());
        row.put("title", post.title());
        row.put("content", post.content());
        row.put("author", post.author());
        row.put("retracted", post.retracted());
        row.put("created_at", post.createdAt().toString());
        row.put("updated_at", post.updatedAt().toString());
        return CatalogModels.normal(row);
    }

    private static ObjectNode document(long version, String title, boolean gone) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("version", version);
        document.put("withdrawn", gone);
        document.put("title", gone ? "" : title);
        return CatalogModels.normal(document);
    }

    private Map<Subject, ObjectNode> itemRows() {
        return postgres.all(
                "items",
                """
                select id, version, title, description, price::text as price, currency, owner,
                       removed, created_at, updated_at
                  from items
                """);
    }

    private Map<Subject, ObjectNode> postRows() {
        return postgres.all(
                "posts",
                """
                select id, version, title, content, author, retracted, created_at, updated_at
                  from posts
                """);
    }

    private Map<Subject, ObjectNode> documents(String index) {
        Map<Subject, ObjectNode> documents = new LinkedHashMap<>();
        search.all(index)
                .forEach(
                        (id, source) ->
                                documents.put(
                                        new Subject(index, UUID.fromString(id)), shown(source)));
        return documents;
    }

    private static ObjectNode shown(JsonNode source) {
        return document(
                source.path("version").asLong(),
                source.path("title").asText(),
                source.path("withdrawn").asBoolean());
    }
}
