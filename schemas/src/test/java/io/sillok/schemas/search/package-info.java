/// Korean writing as search sees it.
@NullMarked
package io.sillok.schemas.search;

import org.jspecify.annotations.NullMarked;
