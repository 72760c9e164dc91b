/// Who calls and what they may do: bearer tokens, roles and scopes.
@NullMarked
package io.sillok.platform.web.access;

import org.jspecify.annotations.NullMarked;
