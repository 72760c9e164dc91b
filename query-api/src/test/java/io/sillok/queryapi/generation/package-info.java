@NullMarked
package io.sillok.queryapi.generation;

import org.jspecify.annotations.NullMarked;
