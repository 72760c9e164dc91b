/// Tests of the error catalogue.
@NullMarked
package io.sillok.schemas.problems;

import org.jspecify.annotations.NullMarked;
