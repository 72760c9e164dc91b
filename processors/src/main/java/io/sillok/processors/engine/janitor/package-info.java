/// Clearing the blob store of what no event refers to. Names no domain.
@NullMarked
package io.sillok.processors.engine.janitor;

import org.jspecify.annotations.NullMarked;
