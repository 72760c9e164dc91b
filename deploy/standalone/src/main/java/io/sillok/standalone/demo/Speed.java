package io.sillok.standalone.demo;

import io.sillok.platform.kafka.KafkaSettings;
import java.util.Map;

/// How long one edit takes with nothing else going on: each begins when the one before it is in
/// every view.
record Speed(Visitor visitor, KafkaSettings kafka, Stage stage) {

    private static final int WARM_UP = 100;
    private static final int TIMES = 150;

    void measure(String material) throws InterruptedException {
        edit(material, WARM_UP);
        var edits =
                stage.act(
                        () -> edit(material, TIMES),
                        _ -> "%d edits of one material, one after the other".formatted(TIMES));
        stage.remark("settled                            " + edits.settled().shown());
        stage.remark("seen by a read with its token      " + edits.seen().shown());
        var broker = new RoundTrip(kafka).measure(WARM_UP, TIMES);
        stage.remark("the broker alone, there and back   " + broker.shown());
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
