/// The rules of the catalog by example.
@NullMarked
package io.sillok.processors.catalog;

import org.jspecify.annotations.NullMarked;
