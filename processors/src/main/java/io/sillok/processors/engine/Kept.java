package io.sillok.processors.engine;

import io.sillok.schemas.envelope.Subject;

/// What a decision keeps of a subject beside its events: something that the decider has to know and
/// that must not stand among the events for ever, such as the digest of a secret. It is written to
/// the context's compacted topic in the same transaction, and replaces what was kept before.
///
/// @param subject of an event of the same decision
/// @param value a message type of the topic
public record Kept(Subject subject, Object value) {}
