/// What a read says when an engine it needs is away.
@NullMarked
package io.sillok.queryapi.engines;

import org.jspecify.annotations.NullMarked;
