/// Reads about the platform itself: commands, and the audit straight from the log.
@NullMarked
package io.sillok.queryapi.operations;

import org.jspecify.annotations.NullMarked;
