/// Tests.
@NullMarked
package io.sillok.queryapi;

import org.jspecify.annotations.NullMarked;
