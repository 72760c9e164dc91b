/// Asking models for code, and what belongs to it: streams, agents, feedback, budgets, the prompt
/// cache.
@NullMarked
package io.sillok.commandapi.generation;

import org.jspecify.annotations.NullMarked;
