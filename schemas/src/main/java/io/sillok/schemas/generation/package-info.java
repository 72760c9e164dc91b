/// Commands, events and resources of generation: what people ask a model for, the agents they ask,
/// the budgets that this is taken from.
@NullMarked
package io.sillok.schemas.generation;

import org.jspecify.annotations.NullMarked;
