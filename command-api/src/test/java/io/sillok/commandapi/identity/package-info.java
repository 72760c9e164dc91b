@NullMarked
package io.sillok.commandapi.identity;

import org.jspecify.annotations.NullMarked;
