package io.sillok.standalone.cli;

import io.sillok.queryapi.log.ChainBreak;
import io.sillok.queryapi.log.ChainReport;
import io.sillok.queryapi.log.ChainVerifier;
import io.sillok.standalone.settings.Setting;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `sillok audit verify`
record VerifyTask(Surroundings surroundings) implements Task {

    @Override
    public void describe(CommandSpec spec) {
        spec.usageMessage()
                .description(
                        "Recomputes the hash chain of every resource from the log. Exit code 1, and"
                                + " the places, when one is broken.");
        SettingOptions.add(
                spec,
                List.of(
                        Setting.DATA,
                        Setting.NAMESPACE,
                        Setting.KAFKA,
                        Setting.KAFKA_PROPERTIES,
                        Setting.KAFKA_PARTITIONS));
    }

    @Override
    public int run(ParseResult arguments) {
        var settings = SettingOptions.read(arguments, surroundings);
        var report = ChainVerifier.verify(RunningLog.of(settings));
        report.breaks().forEach(place -> surroundings.console().line(sentence(place)));
        surroundings.console().line(sum(report));
        return report.isSound() ? 0 : 1;
    }

    private static String sum(ChainReport report) {
        var seen = "%d events of %d resources".formatted(report.events(), report.subjects());
        return report.isSound()
                ? seen + ": every chain holds"
                : seen + ": broken at %d places".formatted(report.broken());
    }

    private static String sentence(ChainBreak place) {
        var wrong =
                switch (place.reason()) {
                    case CHAIN_MISMATCH -> "was changed, or the event before it";
                    case SEQUENCE_GAP -> "comes after a gap: events were removed";
                    case SEQUENCE_REPEATED -> "stands there twice";
                    case HEADERS_UNREADABLE -> "cannot be read as an event";
                };
        return "%s-%d@%d: event %d of %s %s"
                .formatted(
                        place.topic(),
                        place.partition(),
                        place.offset(),
                        place.sequence(),
                        place.subject().isEmpty() ? "an unknown resource" : place.subject(),
                        wrong);
    }
}
