/// Reads of the catalog: categories, learning materials and their files, full-text search.
@NullMarked
package io.sillok.queryapi.catalog;

import org.jspecify.annotations.NullMarked;
