/// The platform from the outside: its two APIs, its topics, its stores, and what people see.
@NullMarked
package io.sillok.standalone.e2e;

import org.jspecify.annotations.NullMarked;
