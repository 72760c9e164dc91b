/// The service that takes commands: HTTP in, commands out.
@NullMarked
package io.sillok.commandapi;

import org.jspecify.annotations.NullMarked;
