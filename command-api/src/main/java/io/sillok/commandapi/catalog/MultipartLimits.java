package io.sillok.commandapi.catalog;

/// How much one multipart request may hold beside its file.
final class MultipartLimits {

    static final int PARTS = 10;
    static final int PART_HEADER_BYTES = 4_096;
    static final int FIELD_BYTES = 16 * 1024;

    /// Room for the fields, the headers and the boundaries around a file.
    static final long AROUND_THE_FILE = PARTS * (long) (FIELD_BYTES + PART_HEADER_BYTES);

    private MultipartLimits() {}
}
