/// Tests.
@NullMarked
package io.sillok.queryapi.stage;

import org.jspecify.annotations.NullMarked;
