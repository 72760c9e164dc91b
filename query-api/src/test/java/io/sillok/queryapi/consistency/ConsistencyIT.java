package io.sillok.queryapi.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import io.sillok.platform.kafka.ConsistencyToken;
import io.sillok.platform.kafka.LogEpoch;
import io.sillok.queryapi.stage.Client;
import io.sillok.queryapi.stage.Client.Answer;
import io.sillok.queryapi.stage.Draft;
import io.sillok.queryapi.stage.Library;
import io.sillok.queryapi.stage.Stage;
import io.sillok.queryapi.stage.StageExtension;
import io.sillok.schemas.catalog.Material;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(StageExtension.class)
final class ConsistencyIT {

    private static final Duration LONG = Duration.ofSeconds(20);

    private final Library library;
    private final Client reader;

    ConsistencyIT(Stage stage) {
        library = stage.library();
        reader = stage.user("rita");
    }

    @AfterEach
    void catchUp() {
        library.project();
    }

    @Test
    void aReadWithATokenWaitsForTheDatabase() {
        Material material = library.material(Draft.titled("기다림"));
        var read = later(() -> withToken().get("/materials/" + material.id()));
        library.projectWithoutSearch();
        assertThat(read).succeedsWithin(LONG).extracting(Answer::status).isEqualTo(200);
    }

    @Test
    void aSearchWithATokenWaitsForTheIndexAndSeesItAtOnce() {
        String word = "토큰" + UUID.randomUUID().toString().substring(0, 8);
        Material material = library.material(Draft.titled(word));
        library.project();
        Answer answer = withToken().get("/search", "q", word);
        assertThat(answer.items("id")).containsExactly(material.id().toString());
    }

    @Test
    void aSearchDoesNotTrustTheDatabase() {
        String word = "색인" + UUID.randomUUID().toString().substring(0, 8);
        library.material(Draft.titled(word));
        library.projectWithoutSearch();
        Answer answer = withToken().get("/search", "q", word);
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.problem()).isEqualTo("E5009 read-model-behind");
        assertThat(answer.header("Consistency")).matches("behind; lag=\\d+");
        assertThat(answer.header("Retry-After")).isEqualTo("1");
    }

    @Test
    void aStrongReadNeedsNoToken() {
        Material material = library.material(Draft.titled("강한 읽기"));
        var read =
                later(
                        () ->
                                reader.with("Consistency", "strong")
                                        .get("/materials/" + material.id()));
        library.project();
        assertThat(read).succeedsWithin(LONG).extracting(Answer::status).isEqualTo(200);
    }

    @Test
    void aLenientReadRatherGetsAStaleAnswer() {
        Material material = library.material(Draft.titled("느슨한 읽기"));
        Answer answer =
                withToken()
                        .with("Prefer", "handling=lenient")
                        .get("/materials", "search", material.title());
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Consistency")).matches("stale; lag=[1-9]\\d*");
        assertThat(answer.items("id")).isEmpty();
    }

    @Test
    void severalTokensMayBeSent() {
        library.material(Draft.titled("첫째"));
        String first = library.token();
        Material second = library.material(Draft.titled("둘째"));
        library.project();
        assertThat(
                        reader.with("Consistency-Token", first)
                                .with("Consistency-Token", library.token())
                                .get("/materials/" + second.id())
                                .status())
                .isEqualTo(200);
    }

    @Test
    void aTokenOfAnotherLogIsRefused() {
        library.material(Draft.titled("어딘가"));
        String foreign =
                ConsistencyToken.of(new LogEpoch("elsewhere"), library.ledger().newest()).format();
        assertThat(reader.with("Consistency-Token", foreign).get("/categories").problem())
                .isEqualTo("E4001 consistency-token-invalid");
        assertThat(reader.with("Consistency-Token", "zzz").get("/search", "q", "x").problem())
                .isEqualTo("E4001 consistency-token-invalid");
        assertThat(reader.with("Consistency", "total").get("/categories").problem())
                .isEqualTo("E4001 consistency-unknown");
    }

    private Client withToken() {
        return reader.with("Consistency-Token", library.token());
    }

    /// Reads on another thread; the read has certainly begun to wait when half a second is over.
    private static CompletableFuture<Answer> later(Supplier<Answer> read) {
        var answer = CompletableFuture.supplyAsync(read);
        assertThat(answer.copy().orTimeout(500, TimeUnit.MILLISECONDS))
                .failsWithin(LONG)
                .withThrowableOfType(ExecutionException.class);
        return answer;
    }
}
