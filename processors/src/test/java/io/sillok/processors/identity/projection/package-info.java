/// Tests of identity's views.
@NullMarked
package io.sillok.processors.identity.projection;

import org.jspecify.annotations.NullMarked;
