/// What happens around every request: identity, trace, bounds, headers, logs, metrics.
@NullMarked
package io.sillok.platform.web.exchange;

import org.jspecify.annotations.NullMarked;
