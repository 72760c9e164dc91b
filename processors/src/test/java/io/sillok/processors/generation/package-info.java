/// Tests of the rules of generation.
@NullMarked
package io.sillok.processors.generation;

import org.jspecify.annotations.NullMarked;
