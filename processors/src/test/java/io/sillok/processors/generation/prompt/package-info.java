@NullMarked
package io.sillok.processors.generation.prompt;

import org.jspecify.annotations.NullMarked;
