/// From a request to the log and from its settlement back to an answer. Names no domain.
@NullMarked
package io.sillok.commandapi.gateway;

import org.jspecify.annotations.NullMarked;
