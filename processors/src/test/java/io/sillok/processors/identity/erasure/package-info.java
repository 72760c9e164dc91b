@NullMarked
package io.sillok.processors.identity.erasure;

import org.jspecify.annotations.NullMarked;
