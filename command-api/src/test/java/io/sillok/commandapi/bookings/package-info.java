@NullMarked
package io.sillok.commandapi.bookings;

import org.jspecify.annotations.NullMarked;
