/// The views of the platform itself: what became of each command.
@NullMarked
package io.sillok.processors.operations;

import org.jspecify.annotations.NullMarked;
