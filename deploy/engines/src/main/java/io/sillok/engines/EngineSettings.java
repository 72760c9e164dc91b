package io.sillok.engines;

import java.nio.file.Path;

/// Where one engine keeps its data, where it listens and how much memory it takes.
///
/// @param data the folder of this engine alone, made where it is missing; its log goes to `logs/`
///   beside it
/// @param port on 127.0.0.1; 0 means any free one, chosen once and kept for restarts
/// @param megabytes heap of Kafka and OpenSearch, shared buffers of PostgreSQL; 0 means the
///   engine's usual amount
public record EngineSettings(Path data, int port, int megabytes) {

    private static final int HIGHEST_PORT = 65_535;

    public EngineSettings {
        if (port < 0 || port > HIGHEST_PORT) {
            throw new IllegalArgumentException("not a port: " + port);
        }
        if (megabytes < 0) {
            throw new IllegalArgumentException("negative memory: " + megabytes);
        }
        data = data.toAbsolutePath().normalize();
    }

    /// A free port and the usual memory.
    public static EngineSettings in(Path data) {
        return new EngineSettings(data, 0, 0);
    }

    public EngineSettings withPort(int another) {
        return new EngineSettings(data, another, megabytes);
    }

    public EngineSettings withMegabytes(int another) {
        return new EngineSettings(data, port, another);
    }

    int megabytesOr(int usual) {
        return megabytes == 0 ? usual : megabytes;
    }
}
