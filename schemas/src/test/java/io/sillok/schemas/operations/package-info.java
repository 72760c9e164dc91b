/// Tests of settlements and dead letters.
@NullMarked
package io.sillok.schemas.operations;

import org.jspecify.annotations.NullMarked;
