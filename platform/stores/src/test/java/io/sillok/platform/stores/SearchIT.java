package io.sillok.platform.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sillok.engines.EngineSettings;
import io.sillok.engines.EnginesHome;
import io.sillok.engines.OpenSearchEngine;
import io.sillok.schemas.topics.Namespace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.opensearch.client.opensearch.indices.analyze.AnalyzeToken;

@TestInstance(Lifecycle.PER_CLASS)
class SearchIT {

    private OpenSearchEngine engine;
    private Search search;
    private SearchIndices indices;

    @BeforeAll
    void start(@TempDir Path folder) {
        engine =
                OpenSearchEngine.start(
                        EnginesHome.locate(), EngineSettings.in(folder.resolve("opensearch")));
        search =
                Search.open(new OpenSearchSettings(List.of(engine.url()), new Namespace("stores")));
        indices = new SearchIndices(search);
        indices.migrate();
    }

    @AfterAll
    void stop() {
        search.close();
        engine.stop();
    }

    @Test
    void makesEachIndexOnce() {
        indices.migrate();
        assertThat(indices.live("materials")).contains(1);
        assertThat(indices.live("positions")).contains(1);
        assertThat(indices.live("nothing")).isEmpty();
    }

    @Test
    void switchesReadersToAnotherVersion() throws IOException {
        indices.create("materials", 2);
        indices.create("materials", 2);
        assertThat(indices.live("materials")).contains(1);
        indices.switchTo("materials", 2);
        assertThat(indices.live("materials")).contains(2);
        indices.switchTo("materials", 1);
        assertThat(indices.live("materials")).contains(1);
    }

    @Test
    void readsKoreanByItsWords() throws IOException {
        assertThat(tokens("korean", "신입사원을 위한 교육자료를 배포합니다"))
                .contains("신입", "사원", "교육자료", "교육", "자료", "배포")
                .doesNotContain("를", "을");
        assertThat(tokens("korean", "에어팟과 Kubernetes")).contains("에어팟", "kubernetes");
        assertThat(tokens("bigram", "교육자료 PDF")).containsExactly("교육", "육자", "자료", "pdf");
        assertThat(tokens("beginnings", "Kube_net")).contains("ku", "kube", "net");
    }

    @Test
    void keepsStrictlyToTheMapping() throws IOException {
        var response =
                search.client()
                        .bulk(
                                b ->
                                        b.index(search.name("materials"))
                                                .operations(
                                                        o ->
                                                                o.index(
                                                                        i ->
                                                                                i.id("x")
                                                                                        .document(
                                                                                                Map
                                                                                                        .of(
                                                                                                                "surprise",
                                                                                                                1)))));
        assertThat(response.errors()).isTrue();
        assertThat(response.items().getFirst().status()).isEqualTo(400);
    }

    @Test
    void aFrozenNodeIsAFaultAndItsReturnIsNoticed() {
        SearchHealth health = new SearchHealth(search);
        assertThat(health.check()).isInstanceOf(StoreState.Available.class);
        engine.pause();
        try {
            assertThat(health.check()).isInstanceOf(StoreState.Unreachable.class);
        } finally {
            engine.resume();
        }
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(health.check()).isInstanceOf(StoreState.Available.class));
    }

    private List<String> tokens(String analyzer, String text) throws IOException {
        return search
                .client()
                .indices()
                .analyze(a -> a.index(search.name("materials")).analyzer(analyzer).text(text))
                .tokens()
                .stream()
                .map(AnalyzeToken::token)
                .toList();
    }
}
