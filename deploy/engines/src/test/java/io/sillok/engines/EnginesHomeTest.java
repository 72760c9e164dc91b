package io.sillok.engines;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EnginesHomeTest {

    private final String named = System.getProperty(EnginesHome.PROPERTY);

    @AfterEach
    void restore() {
        System.setProperty(EnginesHome.PROPERTY, named);
    }

    @Test
    void isTheFolderThatThePropertyNames() {
        System.setProperty(EnginesHome.PROPERTY, "/opt/engines");

        assertThat(EnginesHome.locate().path()).isEqualTo(Path.of("/opt/engines"));
    }

    @Test
    void isBesideTheClassesOtherwise() {
        System.clearProperty(EnginesHome.PROPERTY);

        assertThat(EnginesHome.locate().path()).endsWith(Path.of("target", "engines"));
    }
}
