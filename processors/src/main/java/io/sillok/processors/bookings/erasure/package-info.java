/// What bookings have of persons, for those who are erased.
@NullMarked
package io.sillok.processors.bookings.erasure;

import org.jspecify.annotations.NullMarked;
