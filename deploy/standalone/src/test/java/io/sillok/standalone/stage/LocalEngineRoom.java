package io.sillok.standalone.stage;

import io.sillok.engines.Engine;
import io.sillok.engines.Engines;
import io.sillok.standalone.EngineAddresses;
import java.nio.file.Path;

/// The engines as child processes of the test.
record LocalEngineRoom(Engines engines) implements EngineRoom {

    static LocalEngineRoom open(Path directory) {
        return new LocalEngineRoom(Engines.start(directory));
    }

    @Override
    public EngineAddresses addresses() {
        return new EngineAddresses(
                engines.kafka().bootstrapServers(),
                engines.postgres().jdbcUrl(),
                engines.postgres().user(),
                engines.postgres().password(),
                engines.openSearch().url());
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
    public void close() {
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
