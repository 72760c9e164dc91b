/// Tests of the values and folds of generation.
@NullMarked
package io.sillok.schemas.generation;

import org.jspecify.annotations.NullMarked;
