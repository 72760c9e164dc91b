package io.sillok.standalone.cli;

import io.sillok.platform.kafka.KafkaSettings;
import io.sillok.standalone.LaunchFailure;
import io.sillok.standalone.home.Running;
import io.sillok.standalone.settings.StandaloneSettings;

/// The log of the platform that runs on a data folder, or the one that was named.
final class RunningLog {

    private RunningLog() {}

    /// @throws LaunchFailure when there is neither
    static KafkaSettings of(StandaloneSettings settings) {
        var servers =
                settings.kafka()
                        .servers()
                        .or(() -> Running.on(settings.data()).map(Running::kafka))
                        .orElseThrow(() -> nothingRuns(settings));
        return settings.kafkaAt(servers);
    }

    static LaunchFailure nothingRuns(StandaloneSettings settings) {
        return new LaunchFailure(
                "no platform runs on %s: start it with sillok up, or name another folder with --data"
                        .formatted(settings.data()));
    }
}
