package io.sillok.processors.engine.erasure;

import io.sillok.schemas.envelope.BoundaryKey;
import io.sillok.schemas.envelope.Subject;
import io.sillok.schemas.topics.Topic;

/// A command that takes away something that belongs to an erased person. It has to be accepted from
/// the platform whatever became of its subject, and may be repeated.
///
/// @param topic of the context that decides it
public record Removal(Topic topic, BoundaryKey key, Subject subject, Object command) {}
