/// What stands around every message: who, when, about what, after what.
@NullMarked
package io.sillok.schemas.envelope;

import org.jspecify.annotations.NullMarked;
