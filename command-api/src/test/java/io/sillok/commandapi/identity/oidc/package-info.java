@NullMarked
package io.sillok.commandapi.identity.oidc;

import org.jspecify.annotations.NullMarked;
