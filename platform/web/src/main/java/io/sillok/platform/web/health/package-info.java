/// Whether the service and what it needs are well.
@NullMarked
package io.sillok.platform.web.health;

import org.jspecify.annotations.NullMarked;
