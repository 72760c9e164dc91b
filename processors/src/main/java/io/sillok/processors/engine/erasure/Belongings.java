package io.sillok.processors.engine.erasure;

import io.sillok.platform.blobs.BlobAddress;
import io.sillok.processors.engine.projection.ViewPosition;
import io.sillok.schemas.personal.UserId;
import java.util.List;
import java.util.Set;

/// What one view shows of a person. A context has one for each view in which something may belong
/// to somebody; that is all it takes to have it erased with them.
///
/// It is asked after its view has come to the end of the log, again and again until it finds
/// nothing. Thread-safe.
public interface Belongings {

    /// The view, kebab-case; also its name in the report.
    String view();

    ViewPosition position();

    /// How much there was, as far as that is known, and is.
    Count count(UserId person);

    /// What takes away what there is, a part of it if it is much; none where it goes by itself,
    /// because of the event that erased the person.
    default List<Removal> removals(UserId person) {
        return List.of();
    }

    /// The blobs that all of it referred to, also what is gone.
    default Set<BlobAddress> blobs(UserId person) {
        return Set.of();
    }

    /// Rows or documents of a person.
    ///
    /// @param gone shows nothing of the person any more
    /// @param left still does
    record Count(long gone, long left) {

        /// The same, told by the sum.
        ///
        /// @param all how much there is, empty or not
        public static Count of(long all, long left) {
            return new Count(all - left, left);
        }
    }
}
