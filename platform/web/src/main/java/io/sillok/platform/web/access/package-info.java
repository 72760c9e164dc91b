/// Who calls and what they may do: bearer tokens, API keys, roles and scopes.
@NullMarked
package io.sillok.platform.web.access;

import org.jspecify.annotations.NullMarked;
