/// Commands, events and resources of talents and their bookings.
@NullMarked
package io.sillok.schemas.bookings;

import org.jspecify.annotations.NullMarked;
