/// The commands of `sillok`.
@NullMarked
package io.sillok.standalone.cli;

import org.jspecify.annotations.NullMarked;
