@NullMarked
package io.sillok.processors.engine.janitor;

import org.jspecify.annotations.NullMarked;
