/// Resources kept between two reads, until the log says that they changed.
@NullMarked
package io.sillok.queryapi.cache;

import org.jspecify.annotations.NullMarked;
