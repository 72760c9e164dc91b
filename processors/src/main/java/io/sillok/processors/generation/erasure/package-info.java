/// What generation has of persons, for those who are erased.
@NullMarked
package io.sillok.processors.generation.erasure;

import org.jspecify.annotations.NullMarked;
