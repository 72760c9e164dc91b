/// Categories, learning materials, items and posts: their rules, and what follows from their
/// events.
@NullMarked
package io.sillok.processors.catalog;

import org.jspecify.annotations.NullMarked;
