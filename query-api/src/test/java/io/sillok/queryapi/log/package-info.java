/// Tests.
@NullMarked
package io.sillok.queryapi.log;

import org.jspecify.annotations.NullMarked;
