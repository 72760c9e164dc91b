/// Calling models: any endpoint that speaks OpenAI's chat completions. Everything that can go wrong
/// there is a value here.
@NullMarked
package io.sillok.processors.generation.model;

import org.jspecify.annotations.NullMarked;
