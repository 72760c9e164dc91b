/// Tests of how lists are asked for.
@NullMarked
package io.sillok.queryapi.lists;

import org.jspecify.annotations.NullMarked;
