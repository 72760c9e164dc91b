package io.sillok.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsFileTest {

    private static final String YAML =
            """
            port: ${PORT:-8080}
            slow: ${SLOW:-PT2S}
            origins: [${ORIGINS:-}]
            folder: ${FOLDER:-.sillok}
            scanner: ${SCANNER:-}
            """;

    @TempDir Path folder;

    record Settings(
            int port, Duration slow, List<String> origins, Path folder, Optional<String> scanner) {}

    private Settings read(String yaml, Map<String, String> environment) throws IOException {
        Path file = Files.writeString(folder.resolve("settings.yml"), yaml);
        return SettingsFile.read(
                Settings.class, Optional.of(file.toString()), "none.yml", environment);
    }

    @Test
    void fallsBackToWhatTheFileSays() throws IOException {
        assertThat(read(YAML, Map.of()))
                .isEqualTo(
                        new Settings(
                                8080,
                                Duration.ofSeconds(2),
                                List.of(),
                                Path.of(".sillok"),
                                Optional.empty()));
    }

    @Test
    void takesWhatTheEnvironmentSays() throws IOException {
        Map<String, String> environment =
                Map.of(
                        "PORT", "1",
                        "SLOW", "PT0.5S",
                        "ORIGINS", "https://a.example, https://b.example",
                        "FOLDER", "/data",
                        "SCANNER", "localhost:3310");

        assertThat(read(YAML, environment))
                .isEqualTo(
                        new Settings(
                                1,
                                Duration.ofMillis(500),
                                List.of("https://a.example", "https://b.example"),
                                Path.of("/data"),
                                Optional.of("localhost:3310")));
    }

    @Test
    void refusesASettingNobodyKnows() {
        assertThatThrownBy(() -> read(YAML + "prot: 1\n", Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("prot");
    }

    @Test
    void refusesAValueOfAnotherForm() {
        assertThatThrownBy(() -> read(YAML, Map.of("PORT", "http")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("port");
    }

    @Test
    void refusesAMissingSetting() {
        assertThatThrownBy(() -> read("port: 1\n", Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
