/// Every answer that is not a success (RFC 9457).
@NullMarked
package io.sillok.platform.web.problems;

import org.jspecify.annotations.NullMarked;
