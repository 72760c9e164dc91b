package io.sillok.engines;

import io.sillok.engines.EngineFailure.Reason;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.IntFunction;

/// Ports of 127.0.0.1 that nobody listens on.
///
/// They are taken from below the range that systems use for outgoing connections: a client that
/// tries again and again to reach a stopped engine in that range would some day connect to itself
/// and so keep the engine from its port.
final class FreePort {

    private static final int LOWEST = 15_000;
    private static final int BEYOND = 32_000;
    private static final int ATTEMPTS = 5;
    private static final int CONNECT_MILLIS = 500;

    private FreePort() {}

    static int any() {
        while (true) {
            var port = ThreadLocalRandom.current().nextInt(LOWEST, BEYOND);
            if (isFree(port)) {
                return port;
            }
        }
    }

    static void require(String engine, int port) {
        if (!isFree(port)) {
            throw new EngineFailure(
                    Reason.PORT_TAKEN,
                    "Port "
                            + port
                            + " is taken: stop what listens there, or choose another port for "
                            + engine);
        }
    }

    /// Starts on the port that the settings name, or on a free one; another one when somebody is
    /// faster.
    static <E> E start(EngineSettings settings, IntFunction<E> engine) {
        if (settings.port() != 0) {
            return engine.apply(settings.port());
        }
        for (var attempt = 1; ; attempt++) {
            try {
                return engine.apply(any());
            } catch (EngineFailure e) {
                if (e.reason() != Reason.PORT_TAKEN || attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    /// Whether something accepts connections there.
    static boolean answers(int port) {
        try (var socket = new Socket()) {
            socket.connect(address(port), CONNECT_MILLIS);
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    static InetSocketAddress address(int port) {
        return new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port);
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, address(port).getAddress())) {
            return socket.isBound();
        } catch (IOException _) {
            return false;
        }
    }
}
