/// Categories and learning materials: their rules, and what follows from their events.
@NullMarked
package io.sillok.processors.catalog;

import org.jspecify.annotations.NullMarked;
