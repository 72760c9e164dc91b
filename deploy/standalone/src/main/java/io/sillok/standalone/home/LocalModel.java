package io.sillok.standalone.home;

import io.sillok.processors.generation.model.ModelSettings;
import io.sillok.processors.generation.worker.GeneratorSettings;
import io.sillok.sandbox.SandboxFailure;
import io.sillok.sandbox.SandboxModel;
import io.sillok.sandbox.SandboxSettings;
import io.sillok.standalone.LaunchFailure;
import io.sillok.standalone.console.Progress;
import io.sillok.standalone.settings.Setting;
import io.sillok.standalone.settings.StandaloneSettings.Models;
import java.util.List;
import java.util.Optional;

/// The model of one platform: the one that was given, else a sandbox model of ours.
///
/// @param generator how it is reached
/// @param own the sandbox model, if it was started here
public record LocalModel(GeneratorSettings generator, Optional<SandboxModel> own)
        implements AutoCloseable {

    /// Starts what was not given.
    ///
    /// @throws LaunchFailure when its port is taken
    public static LocalModel start(Models settings, Progress progress) {
        if (settings.given().model().isPresent()) {
            return new LocalModel(settings.given(), Optional.empty());
        }
        var sandbox =
                progress.step(
                        () -> sandbox(settings.sandboxPort()),
                        model -> "A sandbox model answers at " + model.uri());
        var reached =
                ModelSettings.of(sandbox.uri(), SandboxSettings.USUAL_KEY, "sandbox", List.of());
        return new LocalModel(
                new GeneratorSettings(Optional.of(reached), settings.given().prices()),
                Optional.of(sandbox));
    }

    @Override
    public void close() {
        own.ifPresent(SandboxModel::close);
    }

    private static SandboxModel sandbox(int port) {
        try {
            return SandboxModel.start(new SandboxSettings(port, SandboxSettings.USUAL_KEY, false));
        } catch (SandboxFailure e) {
            throw new LaunchFailure(e.getMessage() + " with " + Setting.PORT_SANDBOX.flag(), e);
        }
    }
}
