package io.sillok.platform.blobs.inspection;

import io.sillok.platform.blobs.inspection.Inspection.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/// Looks for danger in a file and in everything packed into it. Constant memory; an archive within
/// an archive is unpacked to a temporary file, within the budget. Belongs to one thread.
final class ContentWalk {

    private final Budget budget;

    ContentWalk(Budget budget) {
        this.budget = budget;
    }

    /// What is wrong with the content of a file, if anything.
    ///
    /// @throws IOException when an archive in it is damaged, [Budget.Exceeded] when there is too
    ///   much of it
    Optional<Refused> file(Path path) throws IOException {
        try (FileBytes bytes = FileBytes.open(path)) {
            PeekedStream in = new PeekedStream(bytes.stream(0, bytes.size()));
            return Signatures.isZip(in.head()) ? zip(path, 1) : content(in, 0);
        }
    }

    private Optional<Refused> zip(Path path, int depth) throws IOException {
        try (ZipEntries entries = ZipEntries.open(path)) {
            for (var entry = entries.next(); entry.isPresent(); entry = entries.next()) {
                budget.enter(depth);
                Optional<Refused> refused = entry(entries, entry.get(), depth);
                if (refused.isPresent()) {
                    return refused;
                }
            }
            return Optional.empty();
        }
    }

    private Optional<Refused> entry(ZipEntries entries, ZipEntries.Entry entry, int depth)
            throws IOException {
        if (entry.isEncrypted()) {
            return Optional.of(new Refused("encrypted", "The file is protected by a password."));
        }
        if (!entry.isReadable()) {
            return Optional.of(damaged());
        }
        if (entry.name().toLowerCase(Locale.ROOT).endsWith("vbaproject.bin")) {
            return Optional.of(Refused.dangerous("macros"));
        }
        try (InputStream in = budget.counting(entries.content(entry))) {
            return entry.name().equals(OoxmlContentTypes.PART)
                    ? contentTypes(in)
                    : packed(in, depth);
        }
    }

    private static Optional<Refused> contentTypes(InputStream in) throws IOException {
        boolean macros = OoxmlContentTypes.read(in).declaresMacros();
        in.transferTo(OutputStream.nullOutputStream());
        return macros ? Optional.of(Refused.dangerous("macros")) : Optional.empty();
    }

    /// Something within an archive at a depth; read to its end, so that all of it is counted.
    private Optional<Refused> packed(InputStream stream, int depth) throws IOException {
        PeekedStream in = new PeekedStream(stream);
        Optional<Refused> refused =
                Signatures.isZip(in.head()) ? unpacked(in, depth + 1) : content(in, depth);
        in.transferTo(OutputStream.nullOutputStream());
        return refused;
    }

    private Optional<Refused> content(PeekedStream in, int depth) throws IOException {
        Optional<String> danger = Signatures.danger(in.head());
        if (danger.isPresent()) {
            return danger.map(Refused::dangerous);
        }
        if (Signatures.isCompound(in.head())) {
            return compound(CompoundFile.streams(in));
        }
        return Signatures.isGzip(in.head()) ? gzip(in, depth + 1) : Optional.empty();
    }

    private Optional<Refused> gzip(InputStream packed, int depth) throws IOException {
        budget.enter(depth);
        try (InputStream in = budget.counting(new GZIPInputStream(packed))) {
            return packed(in, depth);
        }
    }

    private static Optional<Refused> compound(Set<String> streams) {
        if (streams.contains(CompoundFile.ENCRYPTED)) {
            return Optional.of(new Refused("encrypted", "The file is protected by a password."));
        }
        return streams.contains(CompoundFile.MACROS)
                ? Optional.of(Refused.dangerous("macros"))
                : Optional.empty();
    }

    private Optional<Refused> unpacked(InputStream archive, int depth) throws IOException {
        try (Spool copy = Spool.of(archive)) {
            return zip(copy.path(), depth);
        }
    }

    private static Refused damaged() {
        return new Refused("damaged-archive", "The file holds an archive that cannot be read.");
    }
}
