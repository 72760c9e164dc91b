package io.sillok.standalone.demo;

import io.sillok.platform.kafka.KafkaSettings;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/// How long one edit takes with nothing else going on: each begins when the one before it is in
/// every view.
record Speed(Visitor visitor, KafkaSettings kafka, Stage stage) {

    private static final int WARM_UP = 100;
    private static final int TIMES = 100;
    private static final int VISITORS = 8;

    void measure(String material) throws InterruptedException {
        warmUp(material);
        var edits =
                stage.act(
                        () -> edit(material, TIMES),
                        _ -> "%d edits of one material, one after the other".formatted(TIMES));
        stage.remark("settled                            " + edits.settled().shown());
        stage.remark("seen by a read with its token      " + edits.seen().shown());
        var broker = new RoundTrip(kafka).measure(WARM_UP, TIMES);
        stage.remark("the broker alone, there and back   " + broker.shown());
    }

    /// A JVM is as quick as it will be only after some thousand calls, so many come at once.
    private void warmUp(String material) throws InterruptedException {
        Callable<Answer> edit =
                () -> visitor.put("/api/v1/materials/" + material, Map.of("title", "Warm"));
        try (var visitors = Executors.newFixedThreadPool(VISITORS)) {
            var edits = visitors.invokeAll(Collections.nCopies(VISITORS * WARM_UP, edit));
            edits.forEach(each -> each.resultNow().expect(200));
        }
        edit(material, VISITORS);
    }

    private Edits edit(String material, int times) throws InterruptedException {
        var settled = new long[times];
        var seen = new long[times];
        for (var i = 0; i < times; i++) {
            var title = "Edit " + i + " of " + times;
            var begin = System.nanoTime();
            var answer =
                    visitor.put("/api/v1/materials/" + material, Map.of("title", title))
                            .expect(200);
            settled[i] = System.nanoTime() - begin;
            var token = answer.header("Consistency-Token");
            var read =
                    visitor.get("/api/v1/materials/" + material, "Consistency-Token", token)
                            .expect(200);
            seen[i] = System.nanoTime() - begin;
            Unexpected.unless(
                    read.text("title").equals(title), "a read with its token missed an edit");
            visitor.get("/api/v1/search?q=edit", "Consistency-Token", token).expect(200);
        }
        return new Edits(new Timings(settled), new Timings(seen));
    }

    private record Edits(Timings settled, Timings seen) {}
}
