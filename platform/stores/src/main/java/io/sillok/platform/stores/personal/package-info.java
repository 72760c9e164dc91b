/// The keys of persons: made, kept, cached, destroyed.
@NullMarked
package io.sillok.platform.stores.personal;

import org.jspecify.annotations.NullMarked;
