package io.sillok.queryapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sillok.queryapi.stage.Client;
import io.sillok.queryapi.stage.Stage;
import io.sillok.queryapi.stage.StageExtension;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(StageExtension.class)
final class QueryApiIT {

    private final Stage stage;
    private final Client nobody;

    QueryApiIT(Stage stage) {
        this.stage = stage;
        nobody = stage.nobody();
    }

    @Test
    void isReadyAndSaysHowEverythingIs() {
        stage.library().project();
        Awaitility.await()
                .untilAsserted(
                        () -> {
                            JsonNode health = nobody.outside("/health").json();
                            assertThat(names(health.path("checks")))
                                    .contains(
                                            "database",
                                            "search",
                                            "log",
                                            "disk",
                                            "memory",
                                            "projections");
                            assertThat(health.at("/checks/projections/detail").asText())
                                    .contains("materials-search 0.0", "commands 0.0");
                        });
        assertThat(nobody.outside("/health/live").status()).isEqualTo(200);
    }

    @Test
    void describesItself() {
        JsonNode document = nobody.outside("/openapi.json").json();
        assertThat(document.path("openapi").asText()).startsWith("3.1");
        assertThat(names(document.path("paths")))
                .contains(
                        "/api/v1/categories",
                        "/api/v1/categories/{id}",
                        "/api/v1/materials",
                        "/api/v1/materials/{id}",
                        "/api/v1/materials/{id}/download",
                        "/api/v1/materials/{id}/thumbnail",
                        "/api/v1/search",
                        "/api/v1/commands/{id}",
                        "/api/v1/audit",
                        "/api/v1/audit/export");
        assertThat(document.at("/paths/~1api~1v1~1materials/get").toString())
                .contains("Consistency-Token", "category_id", "\"200\"", "ListingMaterialResource");
        assertThat(List.of("categories", "materials", "search"))
                .allSatisfy(
                        list ->
                                assertThat(
                                                document.at("/paths/~1api~1v1~1" + list + "/get")
                                                        .path("parameters")
                                                        .findValuesAsText("name"))
                                        .contains("page", "size", "skip", "limit", "cursor")
                                        .doesNotHaveDuplicates());
        assertThat(document.at("/components/schemas/MaterialResource/properties").toString())
                .contains("has_thumbnail", "duplicate_of");
        assertThat(document.at("/components/schemas/SearchResults/properties").toString())
                .contains("facets", "next_cursor");
    }

    @Test
    void countsWhatItDoes() {
        Client reader = stage.user("rita");
        reader.with("Consistency", "strong").get("/categories");
        assertThat(nobody.outside("/metrics").text())
                .contains(
                        "sillok_requests_total",
                        "sillok_consistency_wait_seconds_count",
                        "sillok_projection_lag_seconds{projection=\"materials\"}");
    }

    private static List<String> names(JsonNode object) {
        Iterator<String> names = object.fieldNames();
        List<String> all = new ArrayList<>();
        names.forEachRemaining(all::add);
        return all;
    }
}
