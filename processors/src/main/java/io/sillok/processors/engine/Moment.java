package io.sillok.processors.engine;

/// When something is decided, in milliseconds.
///
/// @param log the newest time the log has shown; what is remembered is kept by it
/// @param here by the clock of this machine; how long something waits is measured by it
record Moment(long log, long here) {}
