package io.sillok.sandbox;

/// How a sandbox model is set up.
///
/// @param port on 127.0.0.1; 0 for any free one
/// @param key the only API key it takes
/// @param controlled whether `/sandbox` can be used to set switches
public record SandboxSettings(int port, String key, boolean controlled) {

    /// The key that is taken where nobody chose one. It protects nothing, for there is nothing to
    /// protect.
    public static final String USUAL_KEY = "sandbox";

    /// On any free port, with switches, for tests.
    public static SandboxSettings forTests() {
        return new SandboxSettings(0, USUAL_KEY, true);
    }
}
