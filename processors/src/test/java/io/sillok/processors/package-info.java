/// Tests of what a processors process is told.
@NullMarked
package io.sillok.processors;

import org.jspecify.annotations.NullMarked;
