package io.sillok.commandapi.catalog;

import io.sillok.platform.blobs.inspection.FileInspection;
import io.sillok.platform.blobs.inspection.FileType;
import io.sillok.platform.blobs.inspection.InspectionLimits;

/// Which files are taken in.
///
/// @param maxFileBytes at most [#HARD_LIMIT]
/// @param types extensions, separated by commas: `pdf,docx`
public record UploadSettings(long maxFileBytes, String types) {

    /// No installation takes larger files, however it is configured.
    public static final long HARD_LIMIT = 100L << 20;

    public static final UploadSettings USUAL =
            new UploadSettings(50L << 20, "pdf,doc,docx,ppt,pptx,xls,xlsx,txt,mp4,mov");

    public UploadSettings {
        if (maxFileBytes < 1 || maxFileBytes > HARD_LIMIT) {
            throw new IllegalArgumentException("a file has 1 to " + HARD_LIMIT + " bytes");
        }
        FileType.parseList(types);
    }

    FileInspection inspection() {
        return new FileInspection(FileType.parseList(types), InspectionLimits.DEFAULT);
    }
}
