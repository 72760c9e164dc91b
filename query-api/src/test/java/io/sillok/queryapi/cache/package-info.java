/// What is kept between reads.
@NullMarked
package io.sillok.queryapi.cache;

import org.jspecify.annotations.NullMarked;
