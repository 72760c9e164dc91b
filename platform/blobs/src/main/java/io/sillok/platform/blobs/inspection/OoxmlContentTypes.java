package io.sillok.platform.blobs.inspection;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/// What `[Content_Types].xml` of an Office Open XML package (ECMA-376 part 2) declares. Pure.
///
/// @param xml the part as text
record OoxmlContentTypes(String xml) {

    static final String PART = "[Content_Types].xml";

    /// Longer ones are cut, and then perhaps refused.
    private static final int MAX_BYTES = 1 << 20;

    static OoxmlContentTypes read(InputStream part) throws IOException {
        return new OoxmlContentTypes(new String(part.readNBytes(MAX_BYTES), UTF_8));
    }

    /// Those of a package; of a ZIP file that is no package, nothing.
    static OoxmlContentTypes of(Path file) throws IOException {
        try (ZipEntries entries = ZipEntries.open(file)) {
            for (var entry = entries.next(); entry.isPresent(); entry = entries.next()) {
                if (entry.get().name().equals(PART)) {
                    try (InputStream part = entries.content(entry.get())) {
                        return read(part);
                    }
                }
            }
            return new OoxmlContentTypes("");
        }
    }

    /// Whether the package's main part is of this type.
    boolean declares(FileType type) {
        return switch (type) {
            case DOCX -> declares("wordprocessingml.document.main+xml");
            case PPTX -> declares("presentationml.presentation.main+xml");
            case XLSX -> declares("spreadsheetml.sheet.main+xml");
            case PDF, DOC, PPT, XLS, TXT, MP4, MOV -> false;
        };
    }

    /// Whether it says that it runs macros, of VBA or of Excel 4.
    boolean declaresMacros() {
        return xml.contains("macroEnabled") || xml.contains("macrosheet");
    }

    private boolean declares(String mainPart) {
        return xml.contains("application/vnd.openxmlformats-officedocument." + mainPart);
    }
}
