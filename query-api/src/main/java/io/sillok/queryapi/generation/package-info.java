/// What was generated, as it is and as it comes; agents, budgets, usage.
@NullMarked
package io.sillok.queryapi.generation;

import org.jspecify.annotations.NullMarked;
