/// Tests of the projections.
@NullMarked
package io.sillok.processors.operations;

import org.jspecify.annotations.NullMarked;
