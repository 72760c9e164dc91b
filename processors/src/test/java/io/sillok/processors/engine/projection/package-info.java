/// Tests of the projections.
@NullMarked
package io.sillok.processors.engine.projection;

import org.jspecify.annotations.NullMarked;
