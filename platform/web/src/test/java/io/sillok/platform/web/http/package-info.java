@NullMarked
package io.sillok.platform.web.http;

import org.jspecify.annotations.NullMarked;
