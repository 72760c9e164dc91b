package io.sillok.platform.blobs.inspection;

import static java.nio.charset.StandardCharsets.UTF_16LE;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;

/// Finds the streams that an OLE2 compound file (MS-CFB) names.
///
/// Directory entries are 128 bytes long and lie on multiples of 128, so one pass over the bytes
/// finds them all, in constant memory, however the file is chained together. Storages within
/// storages are not told apart.
final class CompoundFile {

    /// A VBA project has this stream (MS-OVBA 2.2.1).
    static final String MACROS = "_VBA_PROJECT";

    /// An encrypted OOXML file is a compound file with this stream (MS-OFFCRYPTO 2.3.4).
    static final String ENCRYPTED = "EncryptedPackage";

    private static final int ENTRY = 128;
    private static final int NAME_LENGTH = 64;
    private static final int KIND = 66;
    private static final int STREAM = 2;
    private static final int MAX_NAMES = 10_000;

    private CompoundFile() {}

    /// The names of the streams in the rest of `in`, which must stand at the start of the file.
    static Set<String> streams(InputStream in) throws IOException {
        Set<String> names = new HashSet<>();
        byte[] block = new byte[512 * ENTRY];
        for (int length; (length = in.readNBytes(block, 0, block.length)) > 0; ) {
            for (int at = 0; at + ENTRY <= length && names.size() < MAX_NAMES; at += ENTRY) {
                int nameBytes = (block[at + NAME_LENGTH] & 0xFF) - 2;
                if (isStream(block, at, nameBytes)) {
                    names.add(new String(block, at, nameBytes, UTF_16LE));
                }
            }
        }
        return names;
    }

    private static boolean isStream(byte[] block, int at, int nameBytes) {
        return nameBytes >= 2
                && nameBytes <= 62
                && nameBytes % 2 == 0
                && block[at + NAME_LENGTH + 1] == 0
                && block[at + KIND] == STREAM
                && block[at + nameBytes] == 0
                && block[at + nameBytes + 1] == 0;
    }

    /// The stream that makes a compound file a document of this type.
    static boolean holds(Set<String> streams, FileType type) {
        return switch (type) {
            case DOC -> streams.contains("WordDocument");
            case PPT -> streams.contains("PowerPoint Document");
            case XLS -> streams.contains("Workbook") || streams.contains("Book");
            case PDF, DOCX, PPTX, XLSX, TXT, MP4, MOV -> false;
        };
    }
}
