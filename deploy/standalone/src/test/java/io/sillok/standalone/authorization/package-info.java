/// The table of who may call what, and what it is held against.
@NullMarked
package io.sillok.standalone.authorization;

import org.jspecify.annotations.NullMarked;
