/// Commands, events, work and resources of identity: people, their sessions and keys.
@NullMarked
package io.sillok.schemas.identity;

import org.jspecify.annotations.NullMarked;
