/// The engine of projections: follows the log, folds it into rows, keeps position and rows
/// together, parks what cannot be applied. Names no domain.
@NullMarked
package io.sillok.processors.engine.projection;

import org.jspecify.annotations.NullMarked;
