/// Who issues tokens, for those who verify them.
@NullMarked
package io.sillok.commandapi.identity;

import org.jspecify.annotations.NullMarked;
