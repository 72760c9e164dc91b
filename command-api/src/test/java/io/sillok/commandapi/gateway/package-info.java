@NullMarked
package io.sillok.commandapi.gateway;

import org.jspecify.annotations.NullMarked;
