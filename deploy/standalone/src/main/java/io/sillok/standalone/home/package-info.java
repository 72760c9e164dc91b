/// The data folder of a platform and what runs on it.
@NullMarked
package io.sillok.standalone.home;

import org.jspecify.annotations.NullMarked;
