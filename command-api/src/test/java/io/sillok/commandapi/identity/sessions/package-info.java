@NullMarked
package io.sillok.commandapi.identity.sessions;

import org.jspecify.annotations.NullMarked;
