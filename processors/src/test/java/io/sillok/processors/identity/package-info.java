/// Tests of identity's rules.
@NullMarked
package io.sillok.processors.identity;

import org.jspecify.annotations.NullMarked;
