/// Tests of the engine, and the fixture that deciders of every context are tested with.
@NullMarked
package io.sillok.processors.engine;

import org.jspecify.annotations.NullMarked;
