/// Real engines, started and ended.
@NullMarked
package io.sillok.engines;

import org.jspecify.annotations.NullMarked;
