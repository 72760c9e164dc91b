/// Identity's views: accounts, who signs in with what, sessions, API keys.
@NullMarked
package io.sillok.processors.identity.projection;

import org.jspecify.annotations.NullMarked;
