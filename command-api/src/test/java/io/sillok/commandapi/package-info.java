@NullMarked
package io.sillok.commandapi;

import org.jspecify.annotations.NullMarked;
