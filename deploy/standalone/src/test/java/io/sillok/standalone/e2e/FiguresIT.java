package io.sillok.standalone.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.sillok.standalone.stage.Answer;
import io.sillok.standalone.stage.Client;
import io.sillok.standalone.stage.Figures;
import io.sillok.standalone.stage.OnEveryEngineHome;
import io.sillok.standalone.stage.Stage;
import io.sillok.standalone.stage.Together;
import io.sillok.standalone.stage.Upload;
import java.util.stream.IntStream;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Measures one command at a time and many, next to what the log alone can do. Asserts no time.
@ClassTemplate
@ExtendWith(OnEveryEngineHome.class)
class FiguresIT {

    private static final int WARM_UP = 300;
    private static final int RUNS = 300;
    private static final int MANY = 4_000;
    private static final int WIDTH = 64;

    private final Stage stage;
    private final Client admin;

    FiguresIT(Stage stage) {
        this.stage = stage;
        this.admin = stage.admin();
    }

    @Test
    void printsHowLongACommandTakes() {
        Answer material = admin.upload(Upload.text("figures", "figures"));
        String path = "/api/v1/materials/" + material.id();
        for (int i = 0; i < WARM_UP; i++) {
            readBack(path, edit(path, i));
        }
        Figures ceiling = Figures.ofLogRoundTrip(stage, RUNS);
        Figures settled = new Figures("one command, settled");
        Figures seen = new Figures("settled and seen by a read with its token");
        for (int i = WARM_UP; i < WARM_UP + RUNS; i++) {
            long start = System.nanoTime();
            Answer answer = edit(path, i);
            settled.add(System.nanoTime() - start);
            readBack(path, answer);
            seen.add(System.nanoTime() - start);
        }
        long start = System.nanoTime();
        Together.map(IntStream.range(0, MANY), WIDTH, this::create);
        double seconds = (System.nanoTime() - start) / 1e9;

        ceiling.print();
        settled.printAgainst(ceiling);
        seen.printAgainst(ceiling);
        Figures.line("%d commands at a time: %.0f commands/s".formatted(WIDTH, MANY / seconds));
        assertThat(settled.count()).isEqualTo(RUNS);
    }

    private Answer edit(String path, int number) {
        Answer answer = admin.put(path, Client.titled("figures " + number));
        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
        return answer;
    }

    private void readBack(String path, Answer write) {
        Answer read = admin.get(path, "Consistency-Token", write.required("Consistency-Token"));
        assertThat(read.json().path("version")).isEqualTo(write.json().path("version"));
    }

    private int create(int number) {
        Upload upload = Upload.text("many " + number, "many");
        return admin.upload(upload, "Prefer", "wait=5", "Idempotency-Key", "many-" + number)
                .status();
    }
}
