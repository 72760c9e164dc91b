/// The parts of HTTP that every resource speaks: paging, preferences, entity tags, field checks.
@NullMarked
package io.sillok.platform.web.http;

import org.jspecify.annotations.NullMarked;
