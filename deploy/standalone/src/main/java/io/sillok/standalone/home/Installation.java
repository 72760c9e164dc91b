package io.sillok.standalone.home;

import io.sillok.platform.kafka.KafkaClients;
import io.sillok.platform.kafka.KafkaSettings;
import io.sillok.platform.kafka.LogEpoch;
import io.sillok.platform.kafka.LogUnavailable;
import io.sillok.standalone.Platform;
import io.sillok.standalone.PlatformSettings;
import io.sillok.standalone.Uninterrupted;
import io.sillok.standalone.console.Progress;
import io.sillok.standalone.settings.StandaloneSettings;

/// A platform with its engines on a data folder: all of it, or nothing. One thread starts and
/// closes it.
///
/// @param kafka the log, as its clients reach it
public record Installation(
        Layout layout,
        LocalEngines engines,
        KafkaSettings kafka,
        LocalModel model,
        Platform platform,
        Progress progress)
        implements AutoCloseable {

    private static final int ATTEMPTS = 6;

    /// Starts everything; on return both APIs answer.
    ///
    /// What it throws beside the following has a message that says what to do. Nothing is left
    /// running then.
    ///
    /// @param folder stays claimed until this is closed
    /// @throws InterruptedException when the thread is interrupted meanwhile
    public static Installation start(
            StandaloneSettings settings, DataFolder folder, Progress progress)
            throws InterruptedException {
        ApiPorts.requireFree(settings.ports());
        var engines = LocalEngines.start(settings, folder.layout(), progress);
        var complete = false;
        try {
            var installation = start(settings, folder.layout(), engines, progress);
            complete = true;
            return installation;
        } finally {
            if (!complete) {
                Uninterrupted.run(engines::close);
            }
        }
    }

    private static Installation start(
            StandaloneSettings settings, Layout layout, LocalEngines engines, Progress progress) {
        var kafka = settings.kafkaAt(engines.addresses().kafka());
        LogIdentity.confirm(layout.root(), epoch(kafka));
        var model = LocalModel.start(settings.models(), progress);
        var complete = false;
        try {
            var platform =
                    Platform.start(
                            PlatformSettings.of(
                                    settings,
                                    kafka,
                                    engines.addresses(),
                                    layout,
                                    model.generator()),
                            progress);
            var installation = new Installation(layout, engines, kafka, model, platform, progress);
            installation.running().noteIn(layout.root());
            complete = true;
            return installation;
        } finally {
            if (!complete) {
                model.close();
            }
        }
    }

    /// A busy machine may need more than one try.
    private static String epoch(KafkaSettings kafka) {
        try (var admin = new KafkaClients(kafka).admin("launcher")) {
            for (var attempt = 1; ; attempt++) {
                try {
                    return LogEpoch.of(admin).value();
                } catch (LogUnavailable e) {
                    if (attempt == ATTEMPTS || Thread.currentThread().isInterrupted()) {
                        throw e;
                    }
                }
            }
        }
    }

    /// Where it answers.
    public Running running() {
        return new Running(
                ProcessHandle.current().pid(),
                platform.commandApi(),
                platform.queryApi(),
                kafka.bootstrapServers());
    }

    /// Stops the services, then the engines.
    @Override
    public void close() {
        Uninterrupted.run(
                () -> {
                    try {
                        Running.forgetIn(layout.root());
                        progress.step("The services have stopped", platform::close);
                        model.close();
                    } finally {
                        progress.step("The engines have stopped", engines::close);
                    }
                });
    }
}
