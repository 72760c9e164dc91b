package io.sillok.processors.generation;

import static org.assertj.core.api.Assertions.assertThat;

import io.sillok.platform.kafka.KafkaSettings;
import io.sillok.processors.engine.DecidingTopology;
import io.sillok.processors.engine.claims.ClaimSecret;
import io.sillok.schemas.personal.PersonalKeys;
import io.sillok.schemas.topics.Namespace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// A changed topology is a changed application: the stores and topics that are there may no longer
/// fit. So it is a saved file.
final class GenerationTopologyTest {

    @Test
    void isTheOneThatWasReleased() throws IOException {
        var kafka = KafkaSettings.single("127.0.0.1:1", new Namespace("sillok"));

        var topology =
                DecidingTopology.build(
                        GenerationModule.decides(GenerationModule.USUAL, PersonalKeys.NONE),
                        kafka,
                        ClaimSecret.of(new byte[32]));

        assertThat(topology.describe().toString().strip())
                .isEqualTo(resource("expected_topology.txt"));
    }

    private static String resource(String name) throws IOException {
        try (var in = GenerationTopologyTest.class.getResourceAsStream(name)) {
            var bytes = Objects.requireNonNull(in, name).readAllBytes();
            return new String(bytes, StandardCharsets.UTF_8).strip();
        }
    }
}
