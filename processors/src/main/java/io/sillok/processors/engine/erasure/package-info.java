/// What belongs to a person and goes with them. Names no domain.
@NullMarked
package io.sillok.processors.engine.erasure;

import org.jspecify.annotations.NullMarked;
