/// Tests.
@NullMarked
package io.sillok.queryapi.catalog.search;

import org.jspecify.annotations.NullMarked;
