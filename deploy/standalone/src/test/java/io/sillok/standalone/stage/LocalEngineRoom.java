package io.sillok.standalone.stage;

import io.sillok.engines.ClamdEngine;
import io.sillok.engines.Engine;
import io.sillok.engines.EngineSettings;
import io.sillok.engines.Engines;
import io.sillok.standalone.EngineAddresses;
import java.nio.file.Path;
import java.util.Optional;

/// The engines as child processes of the test.
///
/// @param scanner empty where clamd is not installed
record LocalEngineRoom(Engines engines, Optional<ClamdEngine> scanner) implements EngineRoom {

    static LocalEngineRoom open(Path directory) {
        return new LocalEngineRoom(Engines.start(directory), scanner(directory.resolve("clamd")));
    }

    private static Optional<ClamdEngine> scanner(Path directory) {
        return ClamdEngine.isInstalled()
                ? Optional.of(ClamdEngine.start(EngineSettings.in(directory)))
                : Optional.empty();
    }

    @Override
    public EngineAddresses addresses() {
        return new EngineAddresses(
                engines.kafka().bootstrapServers(),
                engines.postgres().jdbcUrl(),
                engines.postgres().user(),
                engines.postgres().password(),
                engines.openSearch().url(),
                scanner.map(clamd -> clamd.host() + ":" + clamd.port()));
    }

    @Override
    public Machine kafka() {
        return new ChildProcess(engines.kafka());
    }

    @Override
    public Machine postgres() {
        return new ChildProcess(engines.postgres());
    }

    @Override
    public Machine openSearch() {
        return new ChildProcess(engines.openSearch());
    }

    @Override
    public Optional<Machine> clamd() {
        return scanner.map(ChildProcess::new);
    }

    @Override
    public void close() {
        scanner.ifPresent(ClamdEngine::close);
        engines.close();
    }

    private record ChildProcess(Engine engine) implements Machine {

        @Override
        public void kill() {
            engine.kill();
        }

        @Override
        public void restart() {
            engine.restart();
        }

        @Override
        public void pause() {
            engine.pause();
        }

        @Override
        public void resume() {
            engine.resume();
        }
    }
}
