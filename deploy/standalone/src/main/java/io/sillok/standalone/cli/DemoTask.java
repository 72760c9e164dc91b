package io.sillok.standalone.cli;

import io.sillok.standalone.demo.DemoFolder;
import io.sillok.standalone.demo.Story;
import io.sillok.standalone.settings.Setting;
import io.sillok.standalone.settings.StandaloneSettings.Ports;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `sillok demo`: on a folder, engines and ports of its own, so that it may stop and start
/// everything while a platform that somebody uses goes on beside it.
record DemoTask(Surroundings surroundings) implements Task {

    @Override
    public void describe(CommandSpec spec) {
        spec.usageMessage()
                .description(
                        "Shows what the platform does, from an empty folder to a replayed log, on"
                                + " engines and free ports of its own. Begins anew each time.");
        SettingOptions.add(
                spec,
                List.of(
                        Setting.DATA,
                        Setting.MEMORY_KAFKA,
                        Setting.MEMORY_POSTGRES,
                        Setting.MEMORY_OPENSEARCH));
    }

    @Override
    public int run(ParseResult arguments) throws InterruptedException {
        var begin = System.nanoTime();
        var console = surroundings.console();
        var settings = SettingOptions.read(arguments, surroundings);
        var data =
                arguments.hasMatchedOption(Setting.DATA.flag())
                        ? settings.data()
                        : settings.data().resolve("demo");
        var own = settings.alone(data, Ports.ANY);
        try (var folder = DemoFolder.claimEmpty(own)) {
            Logs.to(folder.layout().log());
            console.line("The demo keeps its data in " + data);
            new Story(own, folder, console).tell();
        }
        console.line("");
        console.line(
                String.format(
                        Locale.ROOT,
                        "Everything is as it should be (%.1f s). Look around in it: ./sillok up --data '%s'",
                        (System.nanoTime() - begin) / 1e9,
                        data));
        return 0;
    }
}
