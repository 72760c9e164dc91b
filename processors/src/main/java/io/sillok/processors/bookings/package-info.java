/// Talents and their bookings: their rules, decided in one calendar for each talent.
@NullMarked
package io.sillok.processors.bookings;

import org.jspecify.annotations.NullMarked;
