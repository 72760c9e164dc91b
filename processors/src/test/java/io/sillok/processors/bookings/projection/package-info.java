@NullMarked
package io.sillok.processors.bookings.projection;

import org.jspecify.annotations.NullMarked;
