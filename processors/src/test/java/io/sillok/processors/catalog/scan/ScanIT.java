package io.sillok.processors.catalog.scan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sillok.platform.blobs.BlobAddress;
import io.sillok.platform.blobs.BlobStore;
import io.sillok.platform.blobs.FileBlobStore;
import io.sillok.platform.blobs.inspection.FileInspection;
import io.sillok.platform.testkit.samples.SampleDocument;
import io.sillok.platform.testkit.samples.SampleOffice;
import io.sillok.platform.testkit.samples.SamplePdf;
import io.sillok.processors.catalog.scan.reading.ReaderSettings;
import io.sillok.processors.catalog.scan.reading.Readers;
import io.sillok.processors.engine.work.WorkOutcome;
import io.sillok.schemas.catalog.Extract;
import io.sillok.schemas.catalog.MaterialCommand;
import io.sillok.schemas.catalog.MaterialId;
import io.sillok.schemas.catalog.ScanWork;
import io.sillok.schemas.catalog.Sha256;
import io.sillok.schemas.catalog.StoredFile;
import io.sillok.schemas.catalog.Verdict;
import io.sillok.schemas.envelope.BoundaryKey;
import io.sillok.schemas.envelope.CommandEnvelope;
import io.sillok.schemas.envelope.Ids;
import io.sillok.schemas.envelope.WorkEnvelope;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/// Real files through a scan: inspection, readers in processes apart, blobs on disk.
@TestInstance(Lifecycle.PER_CLASS)
class ScanIT {

    private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";
    private static final String WORD = OFFICE + "wordprocessingml.document";
    private static final SampleDocument SAMPLE =
            SampleDocument.of("신입사원 교육", "온보딩 체크리스트", "zephyrquartz");

    private final Path folder;
    private final BlobStore blobs;
    private final Readers readers = new Readers(new ReaderSettings(1, 192, Duration.ofMinutes(2)));
    private final List<CommandEnvelope<?>> sent = new ArrayList<>();

    ScanIT(@TempDir Path folder) {
        this.folder = folder;
        this.blobs = FileBlobStore.open(folder.resolve("blobs"));
    }

    @BeforeEach
    void forget() {
        sent.clear();
    }

    @AfterAll
    void stop() {
        readers.close();
    }

    @Test
    void readsAPdf() throws Exception {
        Extract extract = cleared("교육.pdf", "application/pdf", SamplePdf.of(SAMPLE));

        assertThat(text(extract)).contains("온보딩 체크리스트", "zephyrquartz");
        assertThat(extract.pages()).isEqualTo(Optional.of(1));
        assertThat(extract.author()).isEqualTo(Optional.of(SAMPLE.author()));
        assertThat(bytes(extract.thumbnail())).startsWith(0x89, 'P', 'N', 'G');
    }

    @Test
    void readsADocx() throws Exception {
        Extract extract = cleared("교육.docx", WORD, SampleOffice.docx(SAMPLE));

        assertThat(text(extract)).contains("온보딩 체크리스트", "zephyrquartz");
        assertThat(extract.thumbnail()).isEmpty();
    }

    @Test
    void readsAPptx() throws Exception {
        String type = OFFICE + "presentationml.presentation";
        Extract extract = cleared("교육.pptx", type, SampleOffice.pptx(SAMPLE));

        assertThat(text(extract)).contains("온보딩 체크리스트", "zephyrquartz");
        assertThat(extract.pages()).isEqualTo(Optional.of(1));
        assertThat(extract.thumbnail()).isPresent();
    }

    @Test
    void answersUnderTheSameIdsWhenItScansAgain() throws Exception {
        WorkEnvelope<ScanWork> work = work("a.txt", "text/plain", "안녕하세요".getBytes(UTF_8));
        ScanWorker worker = worker(VirusScanner.none());

        assertThat(worker.work(work)).isEqualTo(new WorkOutcome.Done());
        assertThat(worker.work(work)).isEqualTo(new WorkOutcome.Done());
        worker.giveUp(work, "anything");

        assertThat(sent.stream().map(CommandEnvelope::id).distinct()).hasSize(2);
        assertThat(sent.stream().map(CommandEnvelope::idempotency).distinct()).hasSize(2);
        assertThat(sent.getFirst().command())
                .isEqualTo(
                        new MaterialCommand.BeginScan(
                                work.work().material(), work.work().file().sha256()));
        assertThat(sent).allMatch(command -> command.actor().isSystem());
    }

    @Test
    void findsWhatTheInspectionFinds() throws Exception {
        byte[] bytes = TestVirus.alone();

        assertThat(verdict("a.txt", "text/plain", bytes, VirusScanner.none()))
                .isEqualTo(new Verdict.Infected("dangerous-content"));
    }

    @Test
    void believesTheVirusScanner() throws Exception {
        byte[] bytes = SampleOffice.docx(SAMPLE);
        VirusScanner scanner = _ -> new VirusScanner.Answer.Found("Win.Test-1");

        assertThat(verdict("a.docx", WORD, bytes, scanner))
                .isEqualTo(new Verdict.Infected("Win.Test-1"));
    }

    @Test
    void takesAScannersLimitForUnscannable() throws Exception {
        byte[] bytes = SampleOffice.docx(SAMPLE);
        VirusScanner scanner = _ -> new VirusScanner.Answer.Unscannable("scanner-size-limit");

        assertThat(verdict("a.docx", WORD, bytes, scanner))
                .isEqualTo(new Verdict.Unscannable("scanner-size-limit"));
    }

    @Test
    void doesNotClearWhatItCannotRead() throws Exception {
        byte[] bytes = SamplePdf.encrypted(SAMPLE, "secret");

        assertThat(verdict("a.pdf", "application/pdf", bytes, VirusScanner.none()))
                .isEqualTo(new Verdict.Unscannable("encrypted"));
    }

    @Test
    void givesUpAtOnceWhenTheBytesAreGone() throws Exception {
        WorkEnvelope<ScanWork> work = work("a.txt", "text/plain", "here".getBytes(UTF_8));
        BlobAddress address = new BlobAddress(work.work().file().sha256().hex());
        assertThat(blobs.deleteIfStoredBefore(address, Instant.now().plusSeconds(60))).isTrue();
        ScanWorker worker = worker(VirusScanner.none());

        assertThat(worker.work(work)).isEqualTo(new WorkOutcome.Hopeless("file-missing"));
        worker.giveUp(work, "file-missing");
        assertThat(concluded()).isEqualTo(new Verdict.Failed("file-missing"));
    }

    private Extract cleared(String name, String mediaType, byte[] bytes) throws Exception {
        Verdict verdict = verdict(name, mediaType, bytes, VirusScanner.none());
        assertThat(verdict).isInstanceOf(Verdict.Clean.class);
        return ((Verdict.Clean) verdict).extract();
    }

    private Verdict verdict(String name, String mediaType, byte[] bytes, VirusScanner scanner)
            throws InterruptedException {
        assertThat(worker(scanner).work(work(name, mediaType, bytes)))
                .isEqualTo(new WorkOutcome.Done());
        return concluded();
    }

    private Verdict concluded() {
        return ((MaterialCommand.ConcludeScan) sent.getLast().command()).verdict();
    }

    private ScanWorker worker(VirusScanner scanner) {
        return new ScanWorker(
                blobs,
                FileInspection.standard(),
                scanner,
                readers,
                sent::add,
                folder.resolve("scans"));
    }

    private WorkEnvelope<ScanWork> work(String name, String mediaType, byte[] bytes) {
        MaterialId material = new MaterialId(Ids.named(name));
        Sha256 sha256 = new Sha256(blobs.put(bytes).sha256());
        return new WorkEnvelope<>(
                Ids.named("work " + name),
                BoundaryKey.of(material.subject()),
                material.subject(),
                Instant.EPOCH,
                "ada",
                Ids.named("correlation"),
                Ids.named("causation"),
                Optional.empty(),
                new ScanWork(
                        material, new StoredFile(name, name, mediaType, bytes.length, sha256)));
    }

    private String text(Extract extract) throws IOException {
        return new String(bytes(extract.text()), UTF_8);
    }

    private byte[] bytes(Optional<Sha256> blob) throws IOException {
        try (InputStream in = blobs.open(new BlobAddress(blob.orElseThrow().hex()))) {
            return in.readAllBytes();
        }
    }
}
