package io.sillok.standalone.stage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Base64;
import java.util.List;
import org.apache.kafka.common.compress.Compression;
import org.apache.kafka.common.record.internal.FileRecords;
import org.apache.kafka.common.record.internal.MemoryRecords;
import org.apache.kafka.common.record.internal.SimpleRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TracesTest {

    private static final String NAME = "박하늘 Élodie";
    private static final Traces TRACES = new Traces(List.of(NAME, "ada@people.example"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada@people.example",
                "ADA@PEOPLE.EXAMPLE",
                "ada%40people.example",
                "616461",
                "박하늘 Élodie",
                "\\ubc15\\ud558\\ub298 \\u00c9lodie"
            })
    void areFoundInEveryForm(String form) {
        String text = form.equals("616461") ? "6164614070656f706c652e6578616d706c65" : form;
        assertThat(TRACES.in(("before " + text + " after").getBytes(UTF_8))).isNotEmpty();
    }

    @Test
    void areFoundDecomposed() {
        String decomposed = Normalizer.normalize(NAME, Normalizer.Form.NFD);
        assertThat(TRACES.in(decomposed.getBytes(UTF_8))).isNotEmpty();
    }

    @Test
    void areFoundInBase64AtEveryOffset() {
        for (String before : List.of("", "x", "xx", "xxx")) {
            byte[] bytes = (before + "ada@people.example" + "tail").getBytes(UTF_8);
            assertThat(TRACES.in(Base64.getEncoder().encode(bytes))).as(before).isNotEmpty();
            assertThat(TRACES.in(Base64.getUrlEncoder().encode(bytes))).as(before).isNotEmpty();
        }
    }

    @Test
    void areNotFoundWhereTheyAreNot() {
        assertThat(TRACES.in("ada@people.exampl, 박하늠 Élodie".getBytes(UTF_8))).isEmpty();
    }

    @Test
    void areFoundInCompressedBatches(@TempDir Path folder) throws IOException {
        Path segment = folder.resolve("00000000000000000000.log");
        byte[] value = ("ada@people.example " + "padding ".repeat(100)).getBytes(UTF_8);
        try (FileRecords file = FileRecords.open(segment.toFile())) {
            var _ =
                    file.append(
                            MemoryRecords.withRecords(
                                    Compression.gzip().build(), new SimpleRecord(value)));
        }

        assertThat(TRACES.in(Files.readAllBytes(segment))).isEmpty();
        assertThat(TRACES.in(SegmentFiles.content(segment))).isNotEmpty();
    }
}
