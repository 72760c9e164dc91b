/// The views of generation: what was asked and answered, agents, budgets, and what was used.
@NullMarked
package io.sillok.processors.generation.projection;

import org.jspecify.annotations.NullMarked;
