package io.sillok.standalone.stage;

import io.sillok.standalone.EngineAddresses;
import java.util.Optional;

/// The running engines that stages share, and the means to hurt each of them.
public sealed interface EngineRoom extends AutoCloseable permits LocalEngineRoom, ContainerRoom {

    EngineAddresses addresses();

    Machine kafka();

    Machine postgres();

    Machine openSearch();

    /// The virus scanner, where there is one.
    Optional<Machine> clamd();

    @Override
    void close();

    /// One engine as a fault sees it.
    interface Machine {

        /// Ends it at once, as a crash does.
        void kill();

        /// Starts it again on the same port and data, and waits until it answers.
        void restart();

        /// Freezes it: connections stay, answers do not come.
        void pause();

        void resume();
    }
}
