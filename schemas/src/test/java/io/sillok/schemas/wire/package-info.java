/// Tests of codecs: round trips, and bytes that are no messages.
@NullMarked
package io.sillok.schemas.wire;

import org.jspecify.annotations.NullMarked;
