package io.sillok.processors.catalog.scan;

import io.sillok.platform.blobs.BlobAddress;
import io.sillok.platform.blobs.BlobFailure;
import io.sillok.platform.blobs.BlobStore;
import io.sillok.platform.blobs.LocalBlob;
import io.sillok.platform.blobs.inspection.FileInspection;
import io.sillok.processors.catalog.scan.reading.Readers;
import io.sillok.processors.catalog.scan.reading.Reading;
import io.sillok.processors.engine.work.Commands;
import io.sillok.processors.engine.work.WorkOutcome;
import io.sillok.processors.engine.work.Worker;
import io.sillok.schemas.catalog.Extract;
import io.sillok.schemas.catalog.ScanWork;
import io.sillok.schemas.catalog.Sha256;
import io.sillok.schemas.catalog.StoredFile;
import io.sillok.schemas.catalog.Verdict;
import io.sillok.schemas.envelope.WorkEnvelope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;

/// Scans the file of a material: says that it begins, looks for danger, reads text and metadata,
/// draws the first page, says what it found. Text and picture go to the blob store. Thread-safe.
public final class ScanWorker implements Worker<ScanWork> {

    private final BlobStore blobs;
    private final Examination examination;
    private final Readers readers;
    private final Commands commands;
    private final ScanAnswers answers;
    private final Path folder;

    /// @param commands to the deciders of the catalog
    /// @param folder for what readers write; of this process alone, emptied now
    public ScanWorker(
            BlobStore blobs,
            FileInspection inspection,
            VirusScanner scanner,
            Readers readers,
            Commands commands,
            Path folder) {
        this.blobs = blobs;
        this.examination = new Examination(inspection, scanner);
        this.readers = readers;
        this.commands = commands;
        this.answers = new ScanAnswers(InstantSource.system());
        this.folder = Scratch.emptied(folder);
    }

    @Override
    public String name() {
        return "scanner";
    }

    @Override
    public Class<ScanWork> type() {
        return ScanWork.class;
    }

    @Override
    public WorkOutcome work(WorkEnvelope<ScanWork> work) throws InterruptedException {
        StoredFile file = work.work().file();
        BlobAddress address = new BlobAddress(file.sha256().hex());
        if (blobs.find(address).isEmpty()) {
            return new WorkOutcome.Hopeless("file-missing");
        }
        commands.send(answers.begin(work));
        try (LocalBlob local = blobs.local(address);
                Scratch scratch = Scratch.in(folder)) {
            Optional<Verdict> against = examination.verdict(local.path(), file);
            if (against.isPresent()) {
                return concluded(work, against.get());
            }
            return read(work, local.path(), scratch);
        } catch (IOException e) {
            throw new BlobFailure("a file could not be scanned", e);
        }
    }

    @Override
    public void giveUp(WorkEnvelope<ScanWork> work, String reason) throws InterruptedException {
        commands.send(answers.conclude(work, new Verdict.Failed(reason)));
    }

    private WorkOutcome read(WorkEnvelope<ScanWork> work, Path path, Scratch scratch)
            throws IOException, InterruptedException {
        StoredFile file = work.work().file();
        Path text = scratch.file("text");
        return switch (readers.text(path, file.name(), file.mediaType(), text)) {
            case Reading.Read read ->
                    concluded(work, new Verdict.Clean(extract(read, text, path, file, scratch)));
            case Reading.Unreadable(var reason) when reason.equals("macros") ->
                    concluded(work, new Verdict.Infected("dangerous-content"));
            case Reading.Unreadable(var reason) -> concluded(work, new Verdict.Unscannable(reason));
            case Reading.Crashed _ -> new WorkOutcome.Failed("reader-crashed");
        };
    }

    private WorkOutcome concluded(WorkEnvelope<ScanWork> work, Verdict verdict)
            throws InterruptedException {
        commands.send(answers.conclude(work, verdict));
        return new WorkOutcome.Done();
    }

    /// A picture that cannot be drawn, for whatever reason, is left out.
    private Extract extract(
            Reading.Read read, Path text, Path path, StoredFile file, Scratch scratch)
            throws IOException, InterruptedException {
        Path picture = scratch.file("picture");
        Reading drawn = readers.picture(path, file.name(), file.mediaType(), picture);
        return new Extract(
                stored(read, text),
                stored(drawn, picture),
                read.pages(),
                read.author(),
                read.durationSeconds());
    }

    private Optional<Sha256> stored(Reading reading, Path file) throws IOException {
        return reading instanceof Reading.Read read && read.written()
                ? Optional.of(new Sha256(blobs.put(Files.readAllBytes(file)).sha256()))
                : Optional.empty();
    }
}
