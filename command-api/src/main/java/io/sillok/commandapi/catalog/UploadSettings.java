package io.sillok.commandapi.catalog;

import io.sillok.platform.blobs.inspection.FileInspection;
import io.sillok.platform.blobs.inspection.FileType;
import io.sillok.platform.blobs.inspection.InspectionLimits;
import io.sillok.platform.blobs.partial.Quota;
import java.time.Duration;

/// Which files are taken in.
///
/// @param maxFileBytes at most [#HARD_LIMIT]
/// @param types extensions, separated by commas: `pdf,docx`
/// @param lifetime how long a resumable upload may take, at most [#LONGEST_LIFETIME]
/// @param unfinished how many resumable uploads one caller may have under way
/// @param unfinishedBytes how long these may be together
public record UploadSettings(
        long maxFileBytes, String types, Duration lifetime, int unfinished, long unfinishedBytes) {

    /// No installation takes larger files, however it is configured.
    public static final long HARD_LIMIT = 100L << 20;

    /// Settlements are remembered for a week; whoever repeats the end of an upload must find its
    /// own.
    public static final Duration LONGEST_LIFETIME = Duration.ofDays(6);

    private static final Duration USUAL_LIFETIME = Duration.ofHours(24);
    private static final int USUAL_UNFINISHED = 20;
    private static final long USUAL_UNFINISHED_BYTES = 500L << 20;

    public static final UploadSettings USUAL =
            new UploadSettings(50L << 20, "pdf,doc,docx,ppt,pptx,xls,xlsx,txt,mp4,mov");

    public UploadSettings {
        if (maxFileBytes < 1 || maxFileBytes > HARD_LIMIT) {
            throw new IllegalArgumentException("a file has 1 to " + HARD_LIMIT + " bytes");
        }
        if (!lifetime.isPositive() || lifetime.compareTo(LONGEST_LIFETIME) > 0) {
            throw new IllegalArgumentException("an upload may take up to " + LONGEST_LIFETIME);
        }
        FileType.parseList(types);
    }

    /// With the usual limits of resumable uploads.
    public UploadSettings(long maxFileBytes, String types) {
        this(maxFileBytes, types, USUAL_LIFETIME, USUAL_UNFINISHED, USUAL_UNFINISHED_BYTES);
    }

    Quota quota() {
        return new Quota(unfinished, unfinishedBytes);
    }

    FileInspection inspection() {
        return new FileInspection(FileType.parseList(types), InspectionLimits.DEFAULT);
    }
}
