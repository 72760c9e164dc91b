package io.sillok.commandapi.catalog;

import io.sillok.commandapi.catalog.tus.TusMetadata;
import io.sillok.platform.web.http.Fields;
import io.sillok.platform.web.problems.ProblemException;
import java.util.Optional;
import java.util.Set;

/// What is said of a resumable upload at its beginning: the same as in the parts of a multipart
/// upload, as the metadata of tus.
///
/// @param fileName as the sender calls it
/// @param declaredType the file's media type
record UploadForm(String fileName, Optional<String> declaredType, MaterialText text) {

    private static final String FILE_NAME = "filename";
    private static final String FILE_TYPE = "filetype";
    private static final Set<String> KEYS =
            Set.of(FILE_NAME, FILE_TYPE, "title", "description", "category_id");

    /// Reads the header `Upload-Metadata`.
    ///
    /// @throws ProblemException E4001 or E4002 when anything is wrong with it
    static UploadForm parse(String metadata) {
        TusMetadata given = TusMetadata.parse(metadata, KEYS);
        Fields fields = new Fields();
        MaterialText text =
                MaterialText.of(
                        fields,
                        given.text("title"),
                        given.text("description"),
                        given.text("category_id"));
        Optional<String> fileName = given.text(FILE_NAME);
        if (fileName.isEmpty()) {
            fields.missing(FILE_NAME);
        }
        fields.orThrow();
        return new UploadForm(fileName.orElseThrow(), given.text(FILE_TYPE), text);
    }
}
