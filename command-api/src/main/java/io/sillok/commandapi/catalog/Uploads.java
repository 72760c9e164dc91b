package io.sillok.commandapi.catalog;

import io.sillok.commandapi.catalog.MaterialForm.SentFile;
import io.sillok.platform.blobs.BlobFailure;
import io.sillok.platform.blobs.BlobStore;
import io.sillok.platform.blobs.SafeFileName;
import io.sillok.platform.blobs.Staging;
import io.sillok.platform.blobs.inspection.FileInspection;
import io.sillok.platform.blobs.inspection.Inspection;
import io.sillok.platform.web.http.Fields;
import io.sillok.platform.web.problems.ProblemException;
import io.sillok.schemas.catalog.Sha256;
import io.sillok.schemas.catalog.StoredFile;
import io.sillok.schemas.problems.ErrorCode;
import io.sillok.schemas.problems.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;

/// Takes files in: read, looked into, stored. A file that is refused, or whose text is, is never
/// stored. Thread-safe.
///
/// Looking into files computes; it happens on a few threads of its own, so that the threads that
/// answer requests stay free.
final class Uploads {

    private static final int LONGEST_ORIGINAL_NAME = 500;

    private final BlobStore blobs;
    private final long maxFileBytes;
    private final MultipartReader reader;
    private final FileInspection inspection;
    private final Optional<Clamd> scanner;
    private final ExecutorService inspectors;

    Uploads(
            BlobStore blobs,
            UploadSettings settings,
            Optional<Clamd> scanner,
            ExecutorService inspectors) {
        this.blobs = blobs;
        this.maxFileBytes = settings.maxFileBytes();
        this.reader = new MultipartReader(blobs, settings.maxFileBytes());
        this.inspection = settings.inspection();
        this.scanner = scanner;
        this.inspectors = inspectors;
    }

    /// What an upload brought.
    ///
    /// @param file in the blob store now
    record Taken(MaterialText text, StoredFile file) {}

    /// Takes the file of a request in.
    ///
    /// @throws ProblemException when anything about it is refused, or it cannot be kept or scanned
    Taken take(HttpServletRequest request) {
        requireScanner();
        return storing(() -> taken(request));
    }

    /// Takes a file in that came in another way than in a form.
    ///
    /// @param bytes all of them; not closed
    /// @throws ProblemException when it is refused, or cannot be kept or scanned
    StoredFile take(String name, Optional<String> declaredType, InputStream bytes) {
        requireScanner();
        return storing(
                () ->
                        switch (blobs.stage(bytes, maxFileBytes)) {
                            case Staging.Staged(var blob) -> {
                                try (blob) {
                                    yield stored(new SentFile(name, declaredType, blob));
                                }
                            }
                            case Staging.TooLarge _ ->
                                    throw new IllegalStateException("was measured before");
                        });
    }

    /// Refuses a file for what can be told before its bytes are there.
    ///
    /// @throws ProblemException the same as [#take] would then
    void expect(String name) {
        requireScanner();
        refuseHostile(name);
        inspection
                .refusal(SafeFileName.of(name))
                .ifPresent(
                        refused -> {
                            throw refusal(refused);
                        });
    }

    private Taken taken(HttpServletRequest request) {
        try (MaterialForm form = reader.read(request)) {
            Fields fields = new Fields();
            MaterialText text =
                    MaterialText.of(
                            fields,
                            form.text("title"),
                            form.text("description"),
                            form.text("category_id"));
            Optional<SentFile> file = form.file().filter(sent -> !sent.name().isEmpty());
            if (file.isEmpty()) {
                fields.missing(MaterialForm.FILE);
            }
            fields.orThrow();
            return new Taken(text, stored(file.orElseThrow()));
        }
    }

    /// Does something with files; when that fails, it is the store's fault and not the sender's.
    ///
    /// @throws ProblemException E5007
    static <T> T storing(Storing<T> work) {
        try {
            return work.done();
        } catch (BlobFailure | IOException e) {
            throw ProblemException.of(
                            Problem.of(
                                    ErrorCode.E5007,
                                    "file-store-unavailable",
                                    "Files cannot be kept at the moment; try again."))
                    .because(e);
        }
    }

    /// Work with files.
    interface Storing<T> {

        T done() throws IOException;
    }

    /// What nobody could scan is not taken in.
    private void requireScanner() {
        if (scanner.isPresent() && !scanner.get().answers()) {
            throw ProblemException.of(
                    Problem.of(
                            ErrorCode.E5008,
                            "scanner-unavailable",
                            "Files cannot be scanned at the moment; try again."));
        }
    }

    private StoredFile stored(SentFile sent) {
        refuseHostile(sent.name());
        SafeFileName name = SafeFileName.of(sent.name());
        return switch (inspect(sent, name)) {
            case Inspection.Accepted(var mediaType) -> {
                blobs.commit(sent.blob());
                yield new StoredFile(
                        name.value(),
                        originalName(sent),
                        mediaType,
                        sent.blob().size(),
                        new Sha256(sent.blob().address().sha256()));
            }
            case Inspection.Refused refused -> throw refusal(refused);
        };
    }

    private static void refuseHostile(String name) {
        if (SafeFileName.isHostile(name)) {
            throw refusal(
                    new Inspection.Refused(
                            "unsafe-file-name",
                            "The file name leaves its folder or is the name of a device."));
        }
    }

    private static ProblemException refusal(Inspection.Refused refused) {
        return ProblemException.of(Problem.of(ErrorCode.E4013, refused.reason(), refused.detail()));
    }

    private static String originalName(SentFile sent) {
        String name = sent.name();
        return name.codePointCount(0, name.length()) <= LONGEST_ORIGINAL_NAME
                ? name
                : name.substring(0, name.offsetByCodePoints(0, LONGEST_ORIGINAL_NAME));
    }

    private Inspection inspect(SentFile sent, SafeFileName name) {
        try {
            return inspectors
                    .submit(() -> inspection.inspect(sent.blob().path(), name, sent.declaredType()))
                    .get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof BlobFailure failure) {
                throw failure;
            }
            throw new IllegalStateException("a file could not be looked into", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BlobFailure("interrupted while a file was looked into", e);
        }
    }
}
