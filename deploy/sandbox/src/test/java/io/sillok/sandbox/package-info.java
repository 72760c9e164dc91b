@NullMarked
package io.sillok.sandbox;

import org.jspecify.annotations.NullMarked;
