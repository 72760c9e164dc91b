@NullMarked
package io.sillok.queryapi.bookings;

import org.jspecify.annotations.NullMarked;
