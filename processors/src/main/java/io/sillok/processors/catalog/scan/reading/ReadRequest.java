package io.sillok.processors.catalog.scan.reading;

/// What a reader is asked to do with one file.
///
/// @param file its path
/// @param name as it was uploaded, made safe
/// @param mediaType that it has according to its first inspection
/// @param target path that the result is written to
record ReadRequest(Task task, String file, String name, String mediaType, String target) {

    /// What is wanted of a file.
    enum Task {
        /// Its text, as UTF-8, and what it says of itself.
        TEXT,
        /// A picture of its first page, as PNG.
        PICTURE
    }
}
