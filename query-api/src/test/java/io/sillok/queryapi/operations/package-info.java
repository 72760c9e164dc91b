/// Tests.
@NullMarked
package io.sillok.queryapi.operations;

import org.jspecify.annotations.NullMarked;
