@NullMarked
package io.sillok.platform.web.health;

import org.jspecify.annotations.NullMarked;
