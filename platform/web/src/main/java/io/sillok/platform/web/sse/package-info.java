/// Answers that go on as long as there is something to tell: server-sent events (HTML, 9.2).
@NullMarked
package io.sillok.platform.web.sse;

import org.jspecify.annotations.NullMarked;
