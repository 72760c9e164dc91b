package io.sillok.engines;

import io.sillok.engines.EngineFailure.Reason;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The virus scanner of ClamAV where the machine has it installed, with a signature database of its
/// own that knows one thing: the EICAR test file. It shows that a scanner is asked and obeyed; it
/// does not protect.
public final class ClamdEngine implements Engine {

    private static final String NAME = "clamd";

    /// Written by its bytes, because this source would otherwise be one that scanners object to.
    private static final String EICAR =
            "58354f2150254041505b345c505a58353428505e2937434329377d2445494341522d5354414e444152442d414e5449564952"
                    + "55532d544553542d46494c452124482b482a";

    private final int port;
    private final EngineProcess process;

    private ClamdEngine(int port, EngineProcess process) {
        this.port = port;
        this.process = process;
    }

    /// Whether this machine has clamd (Debian: package clamav-daemon).
    public static boolean isInstalled() {
        return program().isPresent();
    }

    /// Starts clamd and returns when it answers. It takes no memory setting.
    ///
    /// @throws EngineFailure when it does not start, also because it is not installed
    public static ClamdEngine start(EngineSettings settings) {
        return FreePort.start(settings, port -> start(settings, port));
    }

    public String host() {
        return "127.0.0.1";
    }

    public int port() {
        return port;
    }

    @Override
    public EngineProcess process() {
        return process;
    }

    private static ClamdEngine start(EngineSettings settings, int port) {
        var program =
                program()
                        .orElseThrow(
                                () ->
                                        new EngineFailure(
                                                Reason.NOT_INSTALLED,
                                                "clamd is not installed: apt-get install clamav-daemon"));
        var folder = new EngineFolder(NAME, settings.data());
        return folder.claim(
                Signal.TERM,
                () -> {
                    FreePort.require(NAME, port);
                    var launch = launch(program, folder, settings, port);
                    return new ClamdEngine(port, EngineProcess.start(launch));
                });
    }

    private static Launch launch(
            Path program, EngineFolder folder, EngineSettings settings, int port) {
        var command = Command.of(program.toString(), "--config-file=" + configure(folder, port));
        return new Launch(
                NAME,
                folder,
                Launch.log(settings, "clamd"),
                command.inOwnSession(),
                List.of(port),
                Signal.TERM,
                () -> answers(port));
    }

    private static Path configure(EngineFolder folder, int port) {
        folder.emptied("tmp");
        folder.write("database/sillok.ndb", "Eicar-Test-Signature:0:*:" + EICAR + "\n");
        var configuration =
                """
                Foreground yes
                TCPAddr 127.0.0.1
                TCPSocket %d
                DatabaseDirectory database
                TemporaryDirectory tmp
                StreamMaxLength 256M
                MaxFileSize 256M
                MaxScanSize 512M
                AlertExceedsMax yes
                """
                        .formatted(port);
        return folder.write("clamd.conf", configuration);
    }

    private static boolean answers(int port) {
        try (var socket = new Socket()) {
            socket.connect(FreePort.address(port), 1_000);
            socket.setSoTimeout(1_000);
            socket.getOutputStream().write("zPING\0".getBytes(StandardCharsets.US_ASCII));
            var answer = socket.getInputStream().readNBytes("PONG".length());
            return "PONG".equals(new String(answer, StandardCharsets.US_ASCII));
        } catch (IOException _) {
            return false;
        }
    }

    private static Optional<Path> program() {
        return Machine.program("clamd");
    }
}
