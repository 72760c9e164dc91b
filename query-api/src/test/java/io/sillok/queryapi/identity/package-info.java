@NullMarked
package io.sillok.queryapi.identity;

import org.jspecify.annotations.NullMarked;
