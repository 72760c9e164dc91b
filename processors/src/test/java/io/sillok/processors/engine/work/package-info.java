@NullMarked
package io.sillok.processors.engine.work;

import org.jspecify.annotations.NullMarked;
