/// Work outside the log: taken from a topic by a Kafka share group (KIP-932), done at least once
/// under a stable id, answered with a command. Names no domain.
@NullMarked
package io.sillok.processors.engine.work;

import org.jspecify.annotations.NullMarked;
