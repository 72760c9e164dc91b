package io.sillok.standalone.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.sillok.platform.kafka.KafkaSettings;
import io.sillok.platform.web.access.Grant;
import io.sillok.queryapi.log.ChainReport;
import io.sillok.queryapi.log.ChainVerifier;
import io.sillok.standalone.console.Console;
import io.sillok.standalone.home.DataFolder;
import io.sillok.standalone.home.Installation;
import io.sillok.standalone.settings.StandaloneSettings;
import java.time.Duration;
import java.util.Map;

/// What `sillok demo` tells: files go in, are scanned, are found by what is inside, come back; what
/// must not be is refused; the log replays it all; and after everything was stopped, all of it is
/// still there.
///
/// @param folder an empty data folder
public record Story(StandaloneSettings settings, DataFolder folder, Console console) {

    private static final Duration VALIDITY = Duration.ofHours(1);

    /// Tells it from beginning to end.
    ///
    /// @throws io.sillok.standalone.LaunchFailure when anything is not as it should be
    public void tell() throws InterruptedException {
        var stage = new Stage(console);
        stage.heading("Start");
        Kept kept;
        try (var installation = Installation.start(settings, folder, console);
                var visitor = visitor(installation)) {
            kept = firstDay(visitor, installation.kafka(), stage);
            stage.heading("Stop everything, and start it again");
        }
        try (var installation = Installation.start(settings, folder, console);
                var visitor = visitor(installation)) {
            stage.heading("All of it is still there");
            secondDay(visitor, installation.kafka(), stage, kept);
            stage.heading("Stop");
        }
    }

    private static Visitor visitor(Installation installation) {
        var platform = installation.platform();
        var token = platform.token(Grant.administrator("demo-admin", VALIDITY));
        return Visitor.of(platform.commandApi(), platform.queryApi(), token);
    }

    private static Kept firstDay(Visitor visitor, KafkaSettings kafka, Stage stage)
            throws InterruptedException {
        stage.heading("A library of learning material");
        var library = Library.fill(visitor, stage);
        stage.heading("Found by what is inside");
        library.findAll(visitor, stage);
        library.downloadAll(visitor, stage);
        stage.heading("Not allowed, or not twice");
        new Refusals(visitor, library, stage).tryAll();
        stage.heading("The log is the truth");
        replay(visitor, library, stage);
        var chains = verify(kafka, stage);
        stage.heading("How fast");
        new Speed(visitor, kafka, stage).measure(library.id(Sample.PPTX));
        return new Kept(library, library.resources(visitor), chains.events());
    }

    private static void secondDay(Visitor visitor, KafkaSettings kafka, Stage stage, Kept kept)
            throws InterruptedException {
        var library = kept.library();
        stage.act(
                () -> {
                    var now = library.resources(visitor);
                    Unexpected.unless(
                            now.equals(kept.resources()), "the materials are not what they were");
                    return now.size();
                },
                count -> "%d materials are what they were".formatted(count));
        library.findAll(visitor, stage);
        library.downloadAll(visitor, stage);
        var events = verify(kafka, stage).events();
        Unexpected.unless(events >= kept.events(), "events were lost");
    }

    private static void replay(Visitor visitor, Library library, Stage stage)
            throws InterruptedException {
        var id = library.id(Sample.PDF);
        var replay =
                stage.act(
                        () -> {
                            var events = Replay.of(visitor, id);
                            Unexpected.unless(
                                    events.resource().equals(Library.resource(visitor, id)),
                                    "the replayed material differs from the one shown");
                            return events;
                        },
                        found ->
                                "The %d events of the PDF, replayed from the log, are the material"
                                        .formatted(found.events().size()));
        replay.events()
                .forEach(
                        event ->
                                stage.remark(
                                        "%d  %-12s  chain %s…  by %s"
                                                .formatted(
                                                        event.sequence(),
                                                        event.event().getClass().getSimpleName(),
                                                        event.chain().hex().substring(0, 8),
                                                        event.actor())));
    }

    private static ChainReport verify(KafkaSettings kafka, Stage stage)
            throws InterruptedException {
        var report =
                stage.act(
                        () -> ChainVerifier.verify(kafka),
                        found ->
                                "%d events of %d resources: every hash chain holds"
                                        .formatted(found.events(), found.subjects()));
        Unexpected.unless(report.isSound(), "hash chains are broken: " + report.breaks());
        return report;
    }

    /// What must be the same after a restart.
    private record Kept(Library library, Map<Sample, JsonNode> resources, long events) {}
}
