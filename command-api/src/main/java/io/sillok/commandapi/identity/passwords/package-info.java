/// Passwords: how they are turned into hashes and compared, and how much of that goes on at a time.
@NullMarked
package io.sillok.commandapi.identity.passwords;

import org.jspecify.annotations.NullMarked;
