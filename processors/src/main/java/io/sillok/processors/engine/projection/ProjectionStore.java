package io.sillok.processors.engine.projection;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.common.TopicPartition;

/// Where one version of a projection keeps its rows and its positions. Used by one thread.
///
/// Every method throws when the store is away; the same again may succeed then.
interface ProjectionStore<S> {

    ProjectionName name();

    /// Where to go on. A partition that was never read begins at its beginning, and that is stored.
    Map<TopicPartition, Long> begin(Map<TopicPartition, Long> beginnings);

    /// Rows with parked records.
    Set<String> parkedRows();

    /// Rows whose parked records should be tried again: an operator asked for it, nothing is wrong
    /// with the first of them, or a later one closes the row.
    List<Reconsider> reconsider();

    /// A row to try again.
    ///
    /// @param skip give up its first parked record
    record Reconsider(String row, boolean skip) {}

    /// Where the projection stands.
    Map<TopicPartition, Long> positions();

    /// What all rows come to. Meaningful when nothing is written meanwhile.
    RowDigest digest();

    /// Makes room for the rows of this version, unless there is.
    ///
    /// @param pattern the version to copy the layout from where the contract has none for this one
    void create(ProjectionName pattern);

    /// Lets readers see this version from now on.
    void makeLive();

    /// Does some work that takes effect as a whole, positions last. Where the store has no
    /// transactions, repeating the work must be harmless.
    void perform(Consumer<Unit<S>> work);

    /// What can be done within a unit of work.
    interface Unit<S> {

        /// Fails unless the projection stands where the way begins. In a transaction nobody else
        /// moves it until the unit ends.
        ///
        /// @throws PositionConflict when it stands elsewhere
        void expect(Advance advance);

        /// The rows there are, by their id.
        Map<String, S> load(Set<String> rows);

        /// Writes whole rows; one that is there in a newer version stays.
        ///
        /// @return the rows the store refuses for their own sake, with the reason
        Map<String, String> save(Map<String, S> rows);

        /// The parked records of a row, in the order of the log.
        List<ParkedRecord> parked(String row);

        void park(List<ParkedRecord> records);

        /// Replaces all parked records of a row by those that still cannot be applied.
        void repark(String row, List<ParkedRecord> still);

        /// Moves the positions, after they were expected.
        ///
        /// @throws PositionConflict when they were moved by somebody else
        void advance(Advance advance);
    }
}
