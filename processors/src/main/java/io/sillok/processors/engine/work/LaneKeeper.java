package io.sillok.processors.engine.work;

/// Decides how many lanes there are.
interface LaneKeeper {

    /// Said by a lane that has taken work.
    void busy();

    /// Said by a lane that has nothing to do any more.
    void free();

    /// Asked by a lane that has had nothing to do for a while.
    ///
    /// @return whether it is to end, as one too many
    boolean dismisses();
}
