/// What a person sees while something goes on.
@NullMarked
package io.sillok.standalone.console;

import org.jspecify.annotations.NullMarked;
