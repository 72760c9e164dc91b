package io.sillok.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SandboxMainTest {

    @Test
    void hasDefaults() {
        assertThat(SandboxMain.settings(Map.of()))
                .isEqualTo(new SandboxSettings(18_000, "sandbox", false));
    }

    @Test
    void readsTheEnvironment() {
        assertThat(
                        SandboxMain.settings(
                                Map.of(
                                        "SILLOK_SANDBOX_PORT",
                                        "0",
                                        "SILLOK_SANDBOX_KEY",
                                        "other",
                                        "SILLOK_SANDBOX_CONTROLLED",
                                        "true")))
                .isEqualTo(new SandboxSettings(0, "other", true));
    }
}
