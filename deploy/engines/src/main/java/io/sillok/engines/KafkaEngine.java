package io.sillok.engines;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/// One Kafka broker in KRaft mode that is its own controller.
public final class KafkaEngine implements Engine {

    private static final String NAME = "Kafka";
    private static final int USUAL_HEAP = 512;
    private static final String STARTED = "Kafka Server started";

    private final int port;
    private final EngineProcess process;

    private KafkaEngine(int port, EngineProcess process) {
        this.port = port;
        this.process = process;
    }

    /// Starts a broker, making its data folder where there is none, and returns when it serves.
    ///
    /// @throws EngineFailure when it does not start
    public static KafkaEngine start(EnginesHome home, EngineSettings settings) {
        return FreePort.start(settings, port -> start(home, settings, port));
    }

    /// The value of `bootstrap.servers`.
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    public int port() {
        return port;
    }

    @Override
    public EngineProcess process() {
        return process;
    }

    private static KafkaEngine start(EnginesHome home, EngineSettings settings, int port) {
        var libraries = home.require(NAME, "kafka/lib");
        var folder = new EngineFolder(NAME, settings.data());
        return folder.claim(
                Signal.TERM,
                () -> {
                    FreePort.require(NAME, port);
                    var launch = launch(libraries, folder, settings, port);
                    return new KafkaEngine(port, EngineProcess.start(launch));
                });
    }

    private static Launch launch(
            Path libraries, EngineFolder folder, EngineSettings settings, int port) {
        var controller = FreePort.any();
        var topics =
                folder.part("log", "meta.properties", draft -> format(libraries, folder, draft));
        var configuration = configure(folder, topics, port, controller);
        var log = Launch.log(settings, "kafka");
        return new Launch(
                NAME,
                folder,
                log,
                broker(libraries, configuration, settings.megabytesOr(USUAL_HEAP)),
                List.of(port, controller),
                Signal.TERM,
                () -> log.holds(STARTED) && FreePort.answers(port));
    }

    /// The quick compiler alone, as for OpenSearch: on a machine that is shared with everything
    /// else the other one takes more, for the first minutes, than it gives.
    private static Command broker(Path libraries, Path configuration, int heap) {
        return java(
                libraries,
                List.of(
                        "-Xms" + heap / 2 + "m",
                        "-Xmx" + heap + "m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseG1GC",
                        "-XX:MaxGCPauseMillis=20",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                        "-Dorg.slf4j.simpleLogger.log.kafka.server.KafkaRaftServer=info",
                        "-Dorg.slf4j.simpleLogger.showDateTime=true",
                        "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSS"),
                "kafka.Kafka",
                List.of(configuration.toString()));
    }

    private static void format(Path libraries, EngineFolder folder, Path log) {
        var options = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx128m");
        var arguments =
                List.of(
                        "format",
                        "--cluster-id=" + clusterId(),
                        "--config=" + configure(folder, log, 1, 2));
        var tool = java(libraries, options, "kafka.tools.StorageTool", arguments);
        var outcome = tool.run(folder.path());
        if (!outcome.succeeded()) {
            throw folder.diagnosis().ended("the storage tool of Kafka", outcome);
        }
    }

    private static Command java(
            Path libraries, List<String> options, String mainClass, List<String> arguments) {
        var words = new ArrayList<String>();
        words.add(Machine.java());
        words.addAll(options);
        words.addAll(
                List.of(
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow"));
        words.addAll(List.of("-classpath", libraries + "/*", mainClass));
        words.addAll(arguments);
        return new Command(words).inOwnSession();
    }

    /// The folder is named from within the data folder, where the broker runs: no character of its
    /// path needs care.
    private static Path configure(EngineFolder folder, Path log, int port, int controller) {
        var addresses =
                """

                listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
                controller.quorum.voters=1@127.0.0.1:%2$d
                log.dirs=%3$s
                """
                        .formatted(port, controller, log.getFileName());
        return folder.write("server.properties", Resource.text("kafka.properties") + addresses);
    }

    /// A random id as Kafka writes one: 16 bytes in the URL alphabet of Base64, not beginning like
    /// an option.
    private static String clusterId() {
        while (true) {
            var random = UUID.randomUUID();
            var bytes =
                    ByteBuffer.allocate(2 * Long.BYTES)
                            .putLong(random.getMostSignificantBits())
                            .putLong(random.getLeastSignificantBits())
                            .array();
            var id = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
            if (!id.startsWith("-")) {
                return id;
            }
        }
    }
}
