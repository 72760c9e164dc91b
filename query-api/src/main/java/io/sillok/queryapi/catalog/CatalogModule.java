package io.sillok.queryapi.catalog;

import io.sillok.platform.blobs.BlobStore;
import io.sillok.platform.stores.Search;
import io.sillok.queryapi.cache.Caches;
import io.sillok.queryapi.catalog.search.CatalogSearch;
import io.sillok.queryapi.catalog.search.SearchResource;
import io.sillok.queryapi.engines.ReadModel;
import io.sillok.queryapi.engines.SearchEngine;
import io.sillok.queryapi.http.FileAnswer;
import io.sillok.queryapi.log.EventLog;
import io.sillok.schemas.catalog.CategoryResource;
import io.sillok.schemas.catalog.ItemResource;
import io.sillok.schemas.catalog.PostResource;
import io.sillok.schemas.envelope.BoundaryKey;
import io.sillok.schemas.envelope.Subject;
import java.util.List;
import java.util.Optional;

/// What the catalog serves: categories, materials, their files, items, posts, search.
public final class CatalogModule {

    private CatalogModule() {}

    public static List<Object> resources(
            ReadModel readModel, Search search, BlobStore blobs, EventLog log, Caches caches) {
        MaterialQueries materials = new MaterialQueries(readModel);
        MaterialFiles files = new MaterialFiles(materials, new FileAnswer(blobs));
        PastCatalog past = new PastCatalog(log);
        return List.of(
                new CategoriesResource(
                        new CategoryQueries(readModel),
                        caches.of("categories", CategoryResource::version),
                        past),
                new MaterialsResource(
                        materials, caches.of("materials", MaterialRow::version), past),
                new ItemsResource(
                        new ItemQueries(readModel),
                        caches.of("items", ItemResource::version),
                        past),
                new PostsResource(
                        new PostQueries(readModel),
                        caches.of("posts", PostResource::version),
                        past),
                new DownloadResource(files),
                new ThumbnailResource(files),
                new SearchResource(new CatalogSearch(new SearchEngine(search))));
    }

    /// Where subjects of the catalog are decided.
    public static Optional<BoundaryKey> boundary(Subject subject) {
        return switch (subject.collection()) {
            case "categories", "materials", "items", "posts" ->
                    Optional.of(BoundaryKey.of(subject));
            default -> Optional.empty();
        };
    }
}
