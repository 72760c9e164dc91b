package io.sillok.platform.blobs.inspection;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// Tells whether the bytes of a file are of a type.
final class Content {

    private Content() {}

    static boolean isOf(Path file, FileType type) throws IOException {
        byte[] head = head(file);
        return switch (type) {
            case PDF -> Signatures.isPdf(head);
            case DOCX, PPTX, XLSX ->
                    Signatures.isZip(head) && OoxmlContentTypes.of(file).declares(type);
            case DOC, PPT, XLS -> Signatures.isCompound(head) && isCompoundOf(file, type);
            case MP4, MOV -> Signatures.isFilm(head, type);
            case TXT -> isNothingElse(head) && PlainText.isText(file, head);
        };
    }

    private static byte[] head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(Signatures.HEAD);
        }
    }

    private static boolean isCompoundOf(Path file, FileType type) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return CompoundFile.holds(CompoundFile.streams(in), type);
        }
    }

    private static boolean isNothingElse(byte[] head) {
        return !Signatures.startsAsPdf(head)
                && !Signatures.isZip(head)
                && !Signatures.isCompound(head);
    }
}
