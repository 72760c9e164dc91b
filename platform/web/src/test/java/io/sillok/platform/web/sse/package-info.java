@NullMarked
package io.sillok.platform.web.sse;

import org.jspecify.annotations.NullMarked;
