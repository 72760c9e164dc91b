/// Reads of talents, their availability and their bookings.
@NullMarked
package io.sillok.queryapi.bookings;

import org.jspecify.annotations.NullMarked;
