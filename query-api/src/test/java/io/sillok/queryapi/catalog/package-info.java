/// Tests.
@NullMarked
package io.sillok.queryapi.catalog;

import org.jspecify.annotations.NullMarked;
