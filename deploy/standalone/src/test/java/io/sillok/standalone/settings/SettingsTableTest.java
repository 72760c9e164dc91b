package io.sillok.standalone.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SettingsTableTest {

    private static final Path PROJECT = Path.of("..", "..");

    @Test
    void standsInTheReadmeAsItIs() throws IOException {
        assertThat(Files.readString(PROJECT.resolve("README.md")))
                .contains(SettingsTable.markdown());
    }

    @Test
    void isCompletedByWhatTheLauncherReads() throws IOException {
        var readme = Files.readString(PROJECT.resolve("README.md"));
        var launcher = Files.readString(PROJECT.resolve("sillok"));

        assertThat(Pattern.compile("SILLOK_[A-Z_]+").matcher(launcher).results())
                .isNotEmpty()
                .allSatisfy(variable -> assertThat(readme).contains("`" + variable.group() + "`"));
    }
}
