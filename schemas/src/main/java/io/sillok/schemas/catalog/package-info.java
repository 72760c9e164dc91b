/// Commands, events, work and resources of the catalog.
@NullMarked
package io.sillok.schemas.catalog;

import org.jspecify.annotations.NullMarked;
