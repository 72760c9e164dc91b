package io.sillok.sandbox;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A running sandbox model, on 127.0.0.1 only. Thread-safe.
///
/// `POST /v1/chat/completions` (whole or streamed), `GET /v1/models`, errors in OpenAI's form.
/// Every answer is labelled `model: "sandbox"` and is a function of the request: the same question
/// has the same answer.
///
/// How it answers can be switched (see [Switches]) in two ways:
/// - for one request by the name of the model: `sandbox:tokens=300,fault=cut@10`;
/// - for those to come by `PUT /sandbox/switches` with `each=0,fault=429@1` as the body, and
///   `?times=3` when it is for the next three only. Names of models go beyond these. `GET
///   /sandbox/calls` tells how many calls were begun, answered to the end and given up by their
///   caller. Both exist only if the settings say so, which is for tests.
public final class SandboxModel implements AutoCloseable {

    private static final int WAITING = 1_024;

    private final HttpServer server;
    private final ExecutorService threads;
    private final Calls calls;
    private final SwitchBoard board;

    private SandboxModel(
            HttpServer server, ExecutorService threads, Calls calls, SwitchBoard board) {
        this.server = server;
        this.threads = threads;
        this.calls = calls;
        this.board = board;
    }

    /// Starts one.
    ///
    /// @throws SandboxFailure when the port is taken
    public static SandboxModel start(SandboxSettings settings) {
        sendAtOnce();
        try {
            InetAddress here = InetAddress.ofLiteral("127.0.0.1");
            HttpServer server =
                    HttpServer.create(new InetSocketAddress(here, settings.port()), WAITING);
            ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
            Calls calls = new Calls();
            SwitchBoard board = new SwitchBoard();
            Door door = new Door(settings.key());
            server.setExecutor(threads);
            server.createContext("/v1/models", door.guard(new ModelsHandler()));
            server.createContext("/v1/chat/completions", door.guard(new ChatHandler(board, calls)));
            if (settings.controlled()) {
                server.createContext("/sandbox", new ControlHandler(board, calls));
            }
            server.start();
            return new SandboxModel(server, threads, calls, board);
        } catch (IOException e) {
            throw new SandboxFailure(
                    "Port " + settings.port() + " is taken; give the sandbox model another one", e);
        }
    }

    /// What a client takes for the base URL.
    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1");
    }

    /// What became of the calls so far.
    public Calls.Count calls() {
        return calls.count();
    }

    /// Sets switches for all requests to come.
    public void set(Switches switches) {
        board.set(switches);
    }

    /// Sets switches for the next so many requests.
    public void set(Switches switches, int times) {
        board.set(switches, times);
    }

    /// Ends every call at once.
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    /// The server reads this once, when it is first used. Without it the operating system holds
    /// back small writes until earlier ones were acknowledged, which is no way to send tokens.
    private static void sendAtOnce() {
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }
}
