/// Tests of what boundaries know of their claims.
@NullMarked
package io.sillok.processors.engine.claims;

import org.jspecify.annotations.NullMarked;
