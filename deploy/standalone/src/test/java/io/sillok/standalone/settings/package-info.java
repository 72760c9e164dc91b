/// How settings are read.
@NullMarked
package io.sillok.standalone.settings;

import org.jspecify.annotations.NullMarked;
