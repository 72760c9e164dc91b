@NullMarked
package io.sillok.processors.generation.worker;

import org.jspecify.annotations.NullMarked;
