/// Tests of the declared topics.
@NullMarked
package io.sillok.schemas.topics;

import org.jspecify.annotations.NullMarked;
