/// Reading your own writes: a read waits until the views it answers from have seen what its caller
/// has seen.
@NullMarked
package io.sillok.queryapi.consistency;

import org.jspecify.annotations.NullMarked;
