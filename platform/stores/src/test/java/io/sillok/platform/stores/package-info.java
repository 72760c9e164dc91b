/// Tests of the stores.
@NullMarked
package io.sillok.platform.stores;

import org.jspecify.annotations.NullMarked;
