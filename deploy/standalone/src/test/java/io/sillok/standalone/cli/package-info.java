/// The command line.
@NullMarked
package io.sillok.standalone.cli;

import org.jspecify.annotations.NullMarked;
