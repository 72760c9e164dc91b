/// What people ask a model for, the agents they ask and the budgets it is taken from: rules and
/// what follows from them.
@NullMarked
package io.sillok.processors.generation;

import org.jspecify.annotations.NullMarked;
