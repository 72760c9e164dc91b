package io.sillok.schemas.envelope;

/// What an event means for those who may call.
public enum AccessEffect {
    /// Its subject, a session or an API key, is over: nothing issued under it counts any more.
    ENDED,
    /// Its subject, a person, may do nothing from now on.
    BARRED,
    /// Its subject may do something again, with what is issued from now on.
    ADMITTED,
    /// What its subject may do is something else from now on: what was issued on an earlier version
    /// of them does not count any more.
    CHANGED
}
