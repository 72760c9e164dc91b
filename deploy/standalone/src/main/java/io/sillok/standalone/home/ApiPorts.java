package io.sillok.standalone.home;

import io.sillok.standalone.LaunchFailure;
import io.sillok.standalone.settings.Setting;
import io.sillok.standalone.settings.StandaloneSettings.Ports;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/// Looks at the ports of the APIs before anything is started, so that a taken one is told at once.
final class ApiPorts {

    private ApiPorts() {}

    /// @throws LaunchFailure when something listens on one of them
    static void requireFree(Ports ports) {
        require(ports.commandApi(), Setting.PORT_COMMAND_API);
        require(ports.queryApi(), Setting.PORT_QUERY_API);
    }

    private static void require(int port, Setting setting) {
        try (var socket = new ServerSocket(port, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            socket.getLocalPort();
        } catch (IOException e) {
            throw new LaunchFailure(
                    "port %d is taken: stop what listens there, or choose another with %s"
                            .formatted(port, setting.flag()),
                    e);
        }
    }
}
