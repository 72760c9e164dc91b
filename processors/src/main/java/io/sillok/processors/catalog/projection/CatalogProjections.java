package io.sillok.processors.catalog.projection;

import io.sillok.platform.blobs.BlobStore;
import io.sillok.platform.stores.Search;
import io.sillok.processors.engine.projection.StoredProjection;
import io.sillok.processors.engine.projection.StoredProjection.Surroundings;
import java.util.List;

/// Every view of the catalog.
public final class CatalogProjections {

    private CatalogProjections() {}

    /// Those in Postgres.
    public static List<StoredProjection<?>> inPostgres(Surroundings surroundings) {
        return List.of(
                StoredProjection.inPostgres(
                        surroundings, new CategoriesProjection(), CategoryRows::new),
                StoredProjection.inPostgres(
                        surroundings, new MaterialsProjection("materials"), MaterialRows::new),
                StoredProjection.inPostgres(
                        surroundings, new BlobReferencesProjection(), BlobReferenceRows::new),
                StoredProjection.inPostgres(
                        surroundings, new ItemsProjection("items"), ItemRows::new),
                StoredProjection.inPostgres(
                        surroundings, new PostsProjection("posts"), PostRows::new));
    }

    /// Those in OpenSearch.
    ///
    /// @param blobs where the texts inside the files are
    public static List<StoredProjection<?>> inOpenSearch(
            Surroundings surroundings, Search search, BlobStore blobs) {
        return List.of(
                StoredProjection.inOpenSearch(
                        surroundings,
                        search,
                        new MaterialsProjection("materials-search"),
                        "materials",
                        new MaterialDocuments(TextSource.in(blobs))),
                StoredProjection.inOpenSearch(
                        surroundings,
                        search,
                        new ItemsProjection("items-search"),
                        "items",
                        new ItemDocuments()),
                StoredProjection.inOpenSearch(
                        surroundings,
                        search,
                        new PostsProjection("posts-search"),
                        "posts",
                        new PostDocuments()));
    }
}
