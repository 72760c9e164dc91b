@NullMarked
package io.sillok.commandapi.identity.passwords;

import org.jspecify.annotations.NullMarked;
