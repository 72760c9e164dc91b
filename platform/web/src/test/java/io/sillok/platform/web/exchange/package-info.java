@NullMarked
package io.sillok.platform.web.exchange;

import org.jspecify.annotations.NullMarked;
