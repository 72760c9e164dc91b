@NullMarked
package io.sillok.processors.bookings;

import org.jspecify.annotations.NullMarked;
