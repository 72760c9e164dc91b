/// How often something may be asked for.
@NullMarked
package io.sillok.platform.web.limits;

import org.jspecify.annotations.NullMarked;
