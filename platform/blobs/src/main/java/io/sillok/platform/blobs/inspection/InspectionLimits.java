package io.sillok.platform.blobs.inspection;

/// How much unpacking one inspection may cost. Whatever needs more is taken for a bomb.
///
/// @param depth archives within archives
/// @param entries in all archives together
/// @param inflatedBytes of all entries together
/// @param ratio inflated bytes per byte of the file, looked at once `ratioFrom` bytes are inflated
public record InspectionLimits(
        int depth, int entries, long inflatedBytes, int ratio, long ratioFrom) {

    /// Generous for office files of 100 MB, whose XML seldom shrinks to less than a fiftieth.
    public static final InspectionLimits DEFAULT =
            new InspectionLimits(5, 20_000, 512L << 20, 200, 16L << 20);
}
