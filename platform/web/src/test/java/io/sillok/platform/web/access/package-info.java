@NullMarked
package io.sillok.platform.web.access;

import org.jspecify.annotations.NullMarked;
