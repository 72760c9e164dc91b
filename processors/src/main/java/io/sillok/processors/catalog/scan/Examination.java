package io.sillok.processors.catalog.scan;

import io.sillok.platform.blobs.SafeFileName;
import io.sillok.platform.blobs.inspection.FileInspection;
import io.sillok.platform.blobs.inspection.Inspection;
import io.sillok.schemas.catalog.StoredFile;
import io.sillok.schemas.catalog.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// Whether a file is harmful or out of reach, by inspection and by the virus scanner. Thread-safe.
final class Examination {

    private static final int SIGNATURE_LENGTH = 200;

    private final FileInspection inspection;
    private final VirusScanner scanner;

    Examination(FileInspection inspection, VirusScanner scanner) {
        this.inspection = inspection;
        this.scanner = scanner;
    }

    /// A verdict against the file; empty when nothing speaks against it.
    ///
    /// @param path its bytes
    Optional<Verdict> verdict(Path path, StoredFile file) throws IOException, InterruptedException {
        SafeFileName name = SafeFileName.of(file.name());
        return switch (inspection.inspect(path, name, Optional.of(file.mediaType()))) {
            case Inspection.Accepted _ -> scanned(scanner.scan(path));
            case Inspection.Refused(var reason, _) when reason.equals("dangerous-content") ->
                    Optional.of(new Verdict.Infected(reason));
            case Inspection.Refused(var reason, _) -> Optional.of(new Verdict.Unscannable(reason));
        };
    }

    private static Optional<Verdict> scanned(VirusScanner.Answer answer) {
        return switch (answer) {
            case VirusScanner.Answer.Clean _ -> Optional.empty();
            case VirusScanner.Answer.Found(var signature) ->
                    Optional.of(new Verdict.Infected(shorten(signature)));
            case VirusScanner.Answer.Unscannable(var reason) ->
                    Optional.of(new Verdict.Unscannable(reason));
        };
    }

    private static String shorten(String signature) {
        return signature.substring(0, Math.min(SIGNATURE_LENGTH, signature.length()));
    }
}
