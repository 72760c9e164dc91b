/// Tests.
@NullMarked
package io.sillok.queryapi.consistency;

import org.jspecify.annotations.NullMarked;
