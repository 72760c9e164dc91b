/// Tests of the projections.
@NullMarked
package io.sillok.processors.catalog.projection;

import org.jspecify.annotations.NullMarked;
