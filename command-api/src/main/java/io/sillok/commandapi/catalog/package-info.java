/// Commands of the catalog: categories and learning materials.
@NullMarked
package io.sillok.commandapi.catalog;

import org.jspecify.annotations.NullMarked;
