/// The sandbox model: a separate HTTP server that speaks the protocol of OpenAI's chat completions
/// and answers from templates, so that everything around a model can be used and tested without
/// one. Knows nothing of the platform.
@NullMarked
package io.sillok.sandbox;

import org.jspecify.annotations.NullMarked;
