package io.sillok.standalone.stage;

/// Where the engines of an end-to-end test live.
public enum EngineHome {
    /// Child processes on this machine, as `./sillok up` starts them.
    THIS_MACHINE,
    /// Containers of a Docker engine.
    CONTAINERS
}
