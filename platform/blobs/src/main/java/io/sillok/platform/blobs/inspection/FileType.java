package io.sillok.platform.blobs.inspection;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// A kind of file that the platform can take.
public enum FileType {
    PDF("application/pdf"),
    DOC("application/msword"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    PPT("application/vnd.ms-powerpoint"),
    PPTX("application/vnd.openxmlformats-officedocument.presentationml.presentation"),
    XLS("application/vnd.ms-excel"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    TXT("text/plain"),
    MP4("video/mp4"),
    MOV("video/quicktime");

    private final String mediaType;

    FileType(String mediaType) {
        this.mediaType = mediaType;
    }

    /// The type with this extension, in lower case and without a dot.
    public static Optional<FileType> ofExtension(String extension) {
        return Arrays.stream(values()).filter(t -> t.extension().equals(extension)).findFirst();
    }

    /// Reads a list such as `pdf,docx,txt`.
    ///
    /// @throws IllegalArgumentException when one of them is not a known type
    public static Set<FileType> parseList(String extensions) {
        Set<FileType> types = EnumSet.noneOf(FileType.class);
        for (String word : extensions.split("[, ]+", -1)) {
            types.add(
                    ofExtension(word.strip().toLowerCase(Locale.ROOT))
                            .orElseThrow(() -> new IllegalArgumentException("type " + word)));
        }
        return types;
    }

    public String extension() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String mediaType() {
        return mediaType;
    }

    /// Whether a sender may declare this media type (RFC 9110) for it. `application/octet-stream`
    /// declares nothing: it is what clients send when they do not know.
    boolean mayBeDeclared(String declared) {
        String bare = declared.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return bare.isEmpty() || bare.equals("application/octet-stream") || bare.equals(mediaType);
    }
}
