/// Every topic there is, with its configuration, in one place.
@NullMarked
package io.sillok.schemas.topics;

import org.jspecify.annotations.NullMarked;
