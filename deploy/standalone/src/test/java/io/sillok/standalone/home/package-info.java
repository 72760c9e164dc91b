/// The data folder.
@NullMarked
package io.sillok.standalone.home;

import org.jspecify.annotations.NullMarked;
