/// Sessions: what their holders are given to prove that they are theirs.
@NullMarked
package io.sillok.commandapi.identity.sessions;

import org.jspecify.annotations.NullMarked;
