/// Tests of the views of generation.
@NullMarked
package io.sillok.processors.generation.projection;

import org.jspecify.annotations.NullMarked;
