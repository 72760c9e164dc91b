/// The machinery of deciding, working and projecting. Names no domain.
@NullMarked
package io.sillok.processors.engine;

import org.jspecify.annotations.NullMarked;
