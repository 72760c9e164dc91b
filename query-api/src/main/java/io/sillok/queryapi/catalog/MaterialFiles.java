package io.sillok.queryapi.catalog;

import io.sillok.platform.blobs.BlobAddress;
import io.sillok.platform.web.access.Caller;
import io.sillok.platform.web.problems.ProblemException;
import io.sillok.queryapi.http.ContentDisposition;
import io.sillok.queryapi.http.FileAnswer;
import io.sillok.queryapi.http.Known;
import io.sillok.queryapi.http.NotFound;
import io.sillok.schemas.catalog.MaterialId;
import io.sillok.schemas.catalog.MaterialResource;
import io.sillok.schemas.catalog.MaterialStatus;
import io.sillok.schemas.problems.ErrorCode;
import io.sillok.schemas.problems.Problem;

/// Which bytes of a material somebody may have. Fails closed: whoever asks, only a clean file is
/// ever handed out. Thread-safe.
final class MaterialFiles {

    static final String PNG = "image/png";

    private static final String KIND = "material";
    private static final String KEPT_FOR_AN_HOUR = "private, max-age=3600";

    private final MaterialQueries materials;
    private final FileAnswer answers;

    MaterialFiles(MaterialQueries materials, FileAnswer answers) {
        this.materials = materials;
        this.answers = answers;
    }

    FileAnswer answers() {
        return answers;
    }

    /// The file itself.
    ///
    /// @throws ProblemException when there is none that the caller may have
    FileAnswer.File file(Caller caller, String id) {
        MaterialResource material = clean(visible(caller, id)).resource();
        return new FileAnswer.File(
                new BlobAddress(material.sha256().hex()),
                material.size(),
                material.mediaType(),
                ContentDisposition.attachment(material.fileName()),
                Known.REVALIDATED);
    }

    /// The picture of its first page.
    ///
    /// @throws ProblemException when there is none that the caller may have
    FileAnswer.File thumbnail(Caller caller, String id) {
        BlobAddress picture =
                clean(visible(caller, id))
                        .thumbnail()
                        .map(sha256 -> new BlobAddress(sha256.hex()))
                        .orElseThrow(NotFound.of("thumbnail"));
        return new FileAnswer.File(
                picture,
                answers.sizeOf(picture),
                PNG,
                "inline; filename=\"thumbnail.png\"",
                KEPT_FOR_AN_HOUR);
    }

    private MaterialRow visible(Caller caller, String id) {
        return materials
                .find(new MaterialId(NotFound.id(KIND, id)))
                .filter(row -> row.isVisibleTo(caller))
                .orElseThrow(NotFound.of(KIND));
    }

    private static MaterialRow clean(MaterialRow row) {
        MaterialStatus status = row.resource().status();
        if (status != MaterialStatus.CLEAN) {
            throw ProblemException.of(
                    Problem.of(
                            ErrorCode.E4008,
                            "file-not-clean",
                            "Only clean files are handed out; this one is " + status.word() + "."));
        }
        return row;
    }
}
