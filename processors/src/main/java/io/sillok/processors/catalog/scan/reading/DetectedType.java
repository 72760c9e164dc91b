package io.sillok.processors.catalog.scan.reading;

import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MediaTypeRegistry;

/// What a file is according to Tika, which knows more types and looks deeper than the inspection at
/// the front door.
record DetectedType(MediaType type) {

    static DetectedType of(MediaType type) {
        return new DetectedType(type.getBaseType());
    }

    /// Whether it may be called by the media type of its upload.
    boolean agreesWith(String mediaType) {
        return switch (mediaType) {
            case "text/plain" -> isText();
            case "video/mp4" -> is("video/mp4") || is("application/mp4") || is("video/x-m4v");
            default -> is(mediaType) || isEncryptedOffice(mediaType);
        };
    }

    /// Text may look like source code, mark-up or mail and still be text.
    private boolean isText() {
        return type.getType().equals("text")
                || MediaTypeRegistry.getDefaultRegistry()
                        .isSpecializationOf(type, MediaType.TEXT_PLAIN);
    }

    /// Said of an encrypted file of any new Office type; the parser then says that it is encrypted.
    private boolean isEncryptedOffice(String mediaType) {
        return is("application/x-tika-ooxml-protected")
                && mediaType.startsWith("application/vnd.openxmlformats-officedocument.");
    }

    private boolean is(String name) {
        return type.toString().equals(name);
    }
}
