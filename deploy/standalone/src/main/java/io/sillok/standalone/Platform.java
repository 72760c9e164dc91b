package io.sillok.standalone;

import io.sillok.platform.web.RunningService;
import io.sillok.platform.web.access.Grant;
import io.sillok.platform.web.access.SigningKeys;
import io.sillok.processors.ProcessorsApplication;
import io.sillok.standalone.console.Progress;
import java.net.URI;
import java.time.Instant;

/// The three services in this JVM, on engines that run already.
///
/// Started and closed by one thread; the rest is thread-safe. May be started again on the same data
/// after it was closed, also in the same JVM.
///
/// @param processors does nothing when processors run elsewhere
public record Platform(
        SigningKeys keys,
        RunningService commands,
        RunningService queries,
        ProcessorsApplication processors)
        implements AutoCloseable {

    /// Starts everything, without telling anybody.
    public static Platform start(PlatformSettings settings) {
        return start(settings, Progress.SILENT);
    }

    /// Provisions what the engines must have, starts the services, and returns when both APIs
    /// answer and commands are decided (unless processors run elsewhere).
    ///
    /// What it throws has a message that says what to do. Nothing is left running then.
    public static Platform start(PlatformSettings settings, Progress progress) {
        try {
            var starts = new ServiceStarts(settings, SigningKeys.in(settings.layout().keys()));
            starts.provision(progress);
            return starts.services(progress);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchFailure("the platform was not started: it was told to stop", e);
        }
    }

    /// Where commands are taken.
    public URI commandApi() {
        return commands.uri();
    }

    /// Where questions are answered.
    public URI queryApi() {
        return queries.uri();
    }

    /// A token that both APIs believe, from now on.
    public String token(Grant grant) {
        return Issuing.with(keys).issue(grant, Instant.now());
    }

    /// Lets requests under way finish for a few seconds, then stops everything.
    @Override
    public void close() {
        Uninterrupted.run(
                () -> {
                    try (processors;
                            queries) {
                        commands.close();
                    }
                });
    }
}
