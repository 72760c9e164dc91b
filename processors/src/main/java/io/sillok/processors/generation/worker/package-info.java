/// Has models answer: work from `work.generate`, tokens to `generation.chunks`, the end as a
/// command.
@NullMarked
package io.sillok.processors.generation.worker;

import org.jspecify.annotations.NullMarked;
