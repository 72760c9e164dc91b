/// Tests of the catalog's folds and values.
@NullMarked
package io.sillok.schemas.catalog;

import org.jspecify.annotations.NullMarked;
