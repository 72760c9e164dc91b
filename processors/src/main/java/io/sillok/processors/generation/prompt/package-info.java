/// What models are asked, in words, and what is read out of their answers. Pure.
@NullMarked
package io.sillok.processors.generation.prompt;

import org.jspecify.annotations.NullMarked;
