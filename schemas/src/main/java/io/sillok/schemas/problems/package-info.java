/// The catalogue of everything that can be refused or can fail.
@NullMarked
package io.sillok.schemas.problems;

import org.jspecify.annotations.NullMarked;
