package io.sillok.schemas.golden;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sillok.schemas.envelope.ChunkEnvelope;
import io.sillok.schemas.envelope.CommandEnvelope;
import io.sillok.schemas.envelope.KeptEnvelope;
import io.sillok.schemas.envelope.WorkEnvelope;
import io.sillok.schemas.wire.Decoded;
import io.sillok.schemas.wire.Headers;
import io.sillok.schemas.wire.LogEntry;
import io.sillok.schemas.wire.MessageType;
import io.sillok.schemas.wire.MessageTypes;
import io.sillok.schemas.wire.Values;
import io.sillok.schemas.wire.WireRecord;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/// To add the samples of a new type: add them to [Samples], then run this test once with
/// `-Dsillok.golden.add=true`. Samples that exist are never changed, they are on the log already.
class GoldenSamplesTest {

    static final List<Sample> TODAY = Samples.ALL;

    @BeforeAll
    static void addsWhatIsNew() throws IOException {
        if (Boolean.getBoolean("sillok.golden.add")) {
            for (Sample sample : TODAY) {
                GoldenFiles.add(sample);
            }
        }
    }

    static List<String> released() throws IOException {
        return GoldenFiles.names();
    }

    @Test
    void everyTypeHasASample() throws IOException {
        assertThat(GoldenFiles.types())
                .containsExactlyInAnyOrderElementsOf(
                        MessageTypes.ALL.stream().map(MessageType::ceType).toList());
    }

    @ParameterizedTest
    @FieldSource("TODAY")
    void encodesToTheReleasedBytes(Sample sample) throws IOException {
        assertThat(GoldenFiles.exists(sample.toString())).isTrue();

        WireRecord released = GoldenFiles.read(sample.toString());

        assertThat(sample.record().key()).isEqualTo(released.key());
        assertThat(sample.record().headers().entrySet())
                .containsExactlyElementsOf(released.headers().entrySet());
        assertThat(text(sample.record().value())).isEqualTo(text(released.value()));
    }

    @ParameterizedTest
    @MethodSource("released")
    void decodesToTheExpectedMessage(String name) throws IOException {
        assertThat(Decode.any(GoldenFiles.read(name)))
                .isEqualTo(new Decoded.Message<>(expected(name)));
    }

    @ParameterizedTest
    @MethodSource("released")
    void encodesAgainWhatItDecoded(String name) throws IOException {
        WireRecord record = GoldenFiles.read(name);

        Object content = content(Decode.any(record));

        // an older version is upcast when it is decoded: only today's is written
        if (MessageTypes.of(content).ceType().equals(record.headers().get(Headers.TYPE))) {
            assertThat(text(Values.of(content, Given.KEYS))).isEqualTo(text(record.value()));
        }
    }

    @ParameterizedTest
    @MethodSource("released")
    void satisfiesTheReleasedSchemas(String name) throws IOException {
        WireRecord record = GoldenFiles.read(name);

        assertThat(ReleasedSchemas.valueErrors(record)).isEmpty();
        assertThat(ReleasedSchemas.headerErrors(record)).isEmpty();
    }

    private static Object expected(String name) {
        return TODAY.stream()
                .filter(sample -> sample.toString().equals(name))
                .findFirst()
                .orElseThrow()
                .message();
    }

    private static Object content(Decoded<?> decoded) {
        return switch (((Decoded.Message<?>) decoded).envelope()) {
            case CommandEnvelope<?> command -> command.command();
            case WorkEnvelope<?> work -> work.work();
            case ChunkEnvelope<?> chunk -> chunk.chunk();
            case KeptEnvelope<?> kept -> kept.kept().orElseThrow();
            case LogEntry.Event(var event) -> event.event();
            case LogEntry.Settlement(var settled) -> settled;
            case Object other -> other;
        };
    }

    private static String text(byte[] bytes) {
        return new String(bytes, UTF_8);
    }
}
