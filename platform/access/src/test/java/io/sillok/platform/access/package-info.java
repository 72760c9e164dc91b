@NullMarked
package io.sillok.platform.access;

import org.jspecify.annotations.NullMarked;
