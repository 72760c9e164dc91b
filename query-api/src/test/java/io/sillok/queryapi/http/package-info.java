/// Tests.
@NullMarked
package io.sillok.queryapi.http;

import org.jspecify.annotations.NullMarked;
