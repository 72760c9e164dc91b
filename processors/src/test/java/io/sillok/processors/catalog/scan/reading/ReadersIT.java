package io.sillok.processors.catalog.scan.reading;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sillok.platform.testkit.samples.SampleDocument;
import io.sillok.platform.testkit.samples.SampleOffice;
import io.sillok.platform.testkit.samples.SamplePdf;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Reading in real child processes.
class ReadersIT {

    private static final SampleDocument SAMPLE = SampleDocument.of("교육", "온보딩 체크리스트");
    private static final String SHEET =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final ReaderSettings ONE = new ReaderSettings(1, 128, Duration.ofMinutes(1));

    private final Path folder;

    ReadersIT(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void readsTextAndDrawsThePicture() throws Exception {
        try (Readers readers = new Readers(ONE)) {
            Path file = Files.write(folder.resolve("a.pdf"), SamplePdf.of(SAMPLE));
            Path text = folder.resolve("text");
            Path picture = folder.resolve("picture");

            Reading reading = readers.text(file, "a.pdf", "application/pdf", text);
            Reading drawing = readers.picture(file, "a.pdf", "application/pdf", picture);

            assertThat(reading)
                    .isEqualTo(
                            new Reading.Read(
                                    true,
                                    Optional.of(1),
                                    Optional.of(SAMPLE.author()),
                                    Optional.empty()));
            assertThat(text).content(UTF_8).contains("온보딩 체크리스트");
            assertThat(drawing).isInstanceOf(Reading.Read.class);
            assertThat(picture).isNotEmptyFile();
            assertThat(children()).hasSize(1);
        }
        await().atMost(Duration.ofSeconds(10)).until(() -> children().isEmpty());
    }

    @Test
    void readsSeveralAtOnceInAsManyProcessesAsAllowed() throws Exception {
        Path file = Files.write(folder.resolve("a.docx"), SampleOffice.docx(SAMPLE));
        String type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
        try (Readers readers = new Readers(new ReaderSettings(2, 128, Duration.ofMinutes(1)));
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Reading>> calls =
                    IntStream.range(0, 6)
                            .<Callable<Reading>>mapToObj(
                                    n ->
                                            () ->
                                                    readers.text(
                                                            file,
                                                            "a.docx",
                                                            type,
                                                            folder.resolve("text" + n)))
                            .toList();
            for (Future<Reading> reading : threads.invokeAll(calls)) {
                assertThat(reading.get()).isInstanceOf(Reading.Read.class);
            }
            assertThat(children()).hasSizeBetween(1, 2);
        }
    }

    @Test
    void givesUpOnAReaderThatHangs() throws Exception {
        Path file = Files.write(folder.resolve("a.pdf"), SamplePdf.of(SAMPLE));
        try (Readers readers = new Readers(new ReaderSettings(1, 128, Duration.ofMillis(1)))) {
            assertThat(readers.text(file, "a.pdf", "application/pdf", folder.resolve("text")))
                    .isEqualTo(new Reading.Unreadable("parser-timeout"));
        }
        await().atMost(Duration.ofSeconds(10)).until(() -> children().isEmpty());
    }

    @Test
    void outlivesAReaderThatRunsOutOfMemory() throws Exception {
        Path huge = workbookOfManyStrings();
        Path small = Files.write(folder.resolve("b.xlsx"), SampleOffice.xlsx(SAMPLE));
        Path text = folder.resolve("text");
        try (Readers readers = new Readers(new ReaderSettings(1, 48, Duration.ofMinutes(2)))) {
            assertThat(readers.text(huge, "a.xlsx", SHEET, text))
                    .isEqualTo(new Reading.Unreadable("parser-out-of-memory"));
            assertThat(readers.text(small, "b.xlsx", SHEET, text)).isInstanceOf(Reading.Read.class);
        }
    }

    @Test
    void startsAnotherWhenAnIdleReaderWasKilled() throws Exception {
        Path file = Files.write(folder.resolve("a.pdf"), SamplePdf.of(SAMPLE));
        Path text = folder.resolve("text");
        try (Readers readers = new Readers(ONE)) {
            assertThat(readers.text(file, "a.pdf", "application/pdf", text))
                    .isInstanceOf(Reading.Read.class);
            children().forEach(ProcessHandle::destroyForcibly);

            assertThat(readers.text(file, "a.pdf", "application/pdf", text))
                    .isInstanceOf(Reading.Read.class);
        }
    }

    private static List<ProcessHandle> children() {
        return ProcessHandle.current().children().filter(ProcessHandle::isAlive).toList();
    }

    /// A workbook whose table of strings alone fills a small heap.
    private Path workbookOfManyStrings() throws IOException {
        Path file = folder.resolve("a.xlsx");
        byte[] template = SampleOffice.xlsx(SAMPLE);
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(template));
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                if (entry.getName().equals("xl/sharedStrings.xml")) {
                    writeStrings(out);
                } else {
                    in.transferTo(out);
                }
            }
        }
        return file;
    }

    private static void writeStrings(OutputStream out) throws IOException {
        out.write(
                "<sst xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'>"
                        .getBytes(UTF_8));
        for (int number = 0; number < 1_500_000; number++) {
            out.write(("<si><t>string " + number + "</t></si>").getBytes(UTF_8));
        }
        out.write("</sst>".getBytes(UTF_8));
    }
}
