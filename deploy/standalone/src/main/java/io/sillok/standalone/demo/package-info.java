/// The story that `sillok demo` tells, from an empty folder to a replayed log.
@NullMarked
package io.sillok.standalone.demo;

import org.jspecify.annotations.NullMarked;
