@NullMarked
package io.sillok.commandapi.generation;

import org.jspecify.annotations.NullMarked;
