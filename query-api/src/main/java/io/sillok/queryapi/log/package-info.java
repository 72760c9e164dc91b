/// Reading the log itself: where it ends, what stands on it, whether it was tampered with.
@NullMarked
package io.sillok.queryapi.log;

import org.jspecify.annotations.NullMarked;
