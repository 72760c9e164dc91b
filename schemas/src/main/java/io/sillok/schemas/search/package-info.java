/// What projectors and readers have to agree on beyond the mappings of the search indices.
@NullMarked
package io.sillok.schemas.search;

import org.jspecify.annotations.NullMarked;
