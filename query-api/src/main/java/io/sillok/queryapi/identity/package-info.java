/// Accounts and API keys, to be read.
@NullMarked
package io.sillok.queryapi.identity;

import org.jspecify.annotations.NullMarked;
