/// Checks the architecture over the classes of all modules.
@NullMarked
package io.sillok.standalone.architecture;

import org.jspecify.annotations.NullMarked;
