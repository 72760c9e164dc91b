package io.sillok.platform.blobs.inspection;

import io.sillok.platform.blobs.BlobFailure;
import io.sillok.platform.blobs.SafeFileName;
import io.sillok.platform.blobs.inspection.Inspection.Accepted;
import io.sillok.platform.blobs.inspection.Inspection.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// Decides whether a file may be taken in: it is not empty, its type is allowed, nothing in it is
/// dangerous however deeply packed, and extension, declared media type and content agree.
///
/// Looks at the bytes only, in constant memory and with a bounded amount of unpacking, so it can
/// run while the sender waits. It is no virus scanner. Thread-safe.
public final class FileInspection {

    private final Set<FileType> allowed;
    private final InspectionLimits limits;

    public FileInspection(Set<FileType> allowed, InspectionLimits limits) {
        this.allowed = Set.copyOf(allowed);
        this.limits = limits;
    }

    /// An inspection with every known type and the default limits.
    public static FileInspection standard() {
        return new FileInspection(EnumSet.allOf(FileType.class), InspectionLimits.DEFAULT);
    }

    /// Looks into a file.
    ///
    /// @param name as its sender calls it, made safe
    /// @param declared the media type its sender declares, with or without parameters
    /// @throws BlobFailure when the file cannot be read from the local disk
    public Inspection inspect(Path file, SafeFileName name, Optional<String> declared) {
        if (size(file) == 0) {
            return new Refused("empty-file", "The file is empty.");
        }
        Optional<FileType> type = allowedType(name);
        if (type.isEmpty()) {
            return notAllowed();
        }
        return danger(file)
                .<Inspection>map(refused -> refused)
                .orElseGet(() -> agreement(file, type.get(), declared));
    }

    /// Why no file of this name will be accepted, whatever is in it.
    public Optional<Refused> refusal(SafeFileName name) {
        return allowedType(name).isPresent() ? Optional.empty() : Optional.of(notAllowed());
    }

    private Optional<FileType> allowedType(SafeFileName name) {
        return name.extension().flatMap(FileType::ofExtension).filter(allowed::contains);
    }

    private static Refused notAllowed() {
        return new Refused("type-not-allowed", "Files of this type are not taken.");
    }

    private Optional<Refused> danger(Path file) {
        try {
            return new ContentWalk(new Budget(limits, size(file))).file(file);
        } catch (Budget.Exceeded _) {
            return Optional.of(
                    new Refused("archive-bomb", "The file unpacks to more than is reasonable."));
        } catch (IOException _) {
            return Optional.of(
                    new Refused("damaged-archive", "The file, or one in it, cannot be unpacked."));
        }
    }

    private static Inspection agreement(Path file, FileType type, Optional<String> declared) {
        if (declared.isPresent() && !type.mayBeDeclared(declared.get())) {
            return Refused.mismatch("The declared media type is not that of the file's extension.");
        }
        try {
            return Content.isOf(file, type)
                    ? new Accepted(type.mediaType())
                    : Refused.mismatch("The content is not what the file's extension says.");
        } catch (IOException e) {
            throw new BlobFailure("a local file could not be read", e);
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new BlobFailure("a local file could not be read", e);
        }
    }
}
