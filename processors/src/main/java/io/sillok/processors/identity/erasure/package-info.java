/// Erasing persons: everything that follows from the end of their account.
@NullMarked
package io.sillok.processors.identity.erasure;

import org.jspecify.annotations.NullMarked;
