@NullMarked
package io.sillok.schemas.bookings;

import org.jspecify.annotations.NullMarked;
