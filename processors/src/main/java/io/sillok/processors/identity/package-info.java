/// Identity's rules: people, their sessions, how they sign in, their API keys.
@NullMarked
package io.sillok.processors.identity;

import org.jspecify.annotations.NullMarked;
