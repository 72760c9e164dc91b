/// Full-text search over what the catalog holds, the text inside the files included, and talents.
@NullMarked
package io.sillok.queryapi.catalog.search;

import org.jspecify.annotations.NullMarked;
