package io.sillok.engines;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// One OpenSearch node, with Korean analysis (`nori`) and without the security plugin.
///
/// It is started without the scripts it is shipped with, which run three more JVMs before the
/// server.
public final class OpenSearchEngine implements Engine {

    private static final String NAME = "OpenSearch";
    private static final int USUAL_HEAP = 512;
    private static final int OK = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final int port;
    private final EngineProcess process;

    private OpenSearchEngine(int port, EngineProcess process) {
        this.port = port;
        this.process = process;
    }

    /// Starts a node, making its data folder where there is none, and returns when its indices can
    /// be read.
    ///
    /// @throws EngineFailure when it does not start
    public static OpenSearchEngine start(EnginesHome home, EngineSettings settings) {
        return FreePort.start(settings, port -> start(home, settings, port));
    }

    public URI url() {
        return url(port);
    }

    public int port() {
        return port;
    }

    @Override
    public EngineProcess process() {
        return process;
    }

    private static URI url(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }

    private static OpenSearchEngine start(EnginesHome home, EngineSettings settings, int port) {
        var programs = home.require(NAME, "opensearch/lib").resolveSibling(".").normalize();
        var folder = new EngineFolder(NAME, settings.data());
        return folder.claim(
                Signal.TERM,
                () -> {
                    FreePort.require(NAME, port);
                    var launch = launch(programs, folder, settings, port);
                    return new OpenSearchEngine(port, EngineProcess.start(launch));
                });
    }

    private static Launch launch(
            Path programs, EngineFolder folder, EngineSettings settings, int port) {
        var transport = FreePort.any();
        configure(folder, port, transport);
        return new Launch(
                NAME,
                folder,
                Launch.log(settings, "opensearch"),
                server(programs, folder, settings.megabytesOr(USUAL_HEAP)),
                List.of(port, transport),
                Signal.TERM,
                () -> FreePort.answers(port) && isUsable(url(port)));
    }

    private static void configure(EngineFolder folder, int port, int transport) {
        folder.emptied("tmp");
        folder.write("config/log4j2.properties", Resource.text("opensearch-log4j2.properties"));
        var addresses =
                """

                http.port: %d
                transport.port: %d
                path.data: ['%s']
                path.logs: '%s'
                """
                        .formatted(
                                port,
                                transport,
                                quoted(folder.folder("data")),
                                quoted(folder.folder("logs")));
        folder.write("config/opensearch.yml", Resource.text("opensearch.yml") + addresses);
    }

    /// A path within the single quotes of YAML.
    private static String quoted(Path path) {
        return path.toString().replace("'", "''");
    }

    private static Command server(Path programs, EngineFolder folder, int heap) {
        var words = new ArrayList<>(List.of(Machine.java()));
        words.addAll(
                List.of(
                        "-Xms" + heap + "m",
                        "-Xmx" + heap + "m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-XX:ErrorFile=" + folder.path().resolve("logs/hs_err_pid%p.log"),
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "--add-opens=java.base/java.nio=ALL-UNNAMED",
                        "-javaagent:" + programs.resolve("agent/opensearch-agent.jar")));
        // what the shipped configuration of the JVM says beside the above
        words.addAll(
                List.of(
                        "-Djava.awt.headless=true",
                        "-Dfile.encoding=UTF-8",
                        "-Djna.nosys=true",
                        "-Dio.netty.noUnsafe=true",
                        "-Dio.netty.noKeySetOptimization=true",
                        "-Dio.netty.recycler.maxCapacityPerThread=0",
                        "-Dio.netty.allocator.numDirectArenas=0",
                        "-Dlog4j.shutdownHookEnabled=false",
                        "-Dlog4j2.disable.jmx=true",
                        "-Dorg.apache.lucene.store.MMapDirectory.sharedArenaMaxPermits=1",
                        "-Dopensearch.networkaddress.cache.ttl=60",
                        "-Dopensearch.networkaddress.cache.negative.ttl=10",
                        "-Dopensearch.distribution.type=zip",
                        "-Dopensearch.bundled_jdk=false",
                        "-Dopensearch.path.home=" + programs,
                        "-Dopensearch.path.conf=" + folder.path().resolve("config"),
                        "-Djava.io.tmpdir=" + folder.path().resolve("tmp")));
        words.addAll(
                List.of("-classpath", programs + "/lib/*", "org.opensearch.bootstrap.OpenSearch"));
        return new Command(words).notAsRoot(NAME).inOwnSession();
    }

    /// Every index has its primary shards: what was written can be read.
    private static boolean isUsable(URI url) throws InterruptedException {
        var health = URI.create(url + "/_cluster/health?wait_for_status=yellow&timeout=2s");
        try (var client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            var request = HttpRequest.newBuilder(health).timeout(PATIENCE).build();
            return client.send(request, BodyHandlers.discarding()).statusCode() == OK;
        } catch (IOException _) {
            return false;
        }
    }
}
