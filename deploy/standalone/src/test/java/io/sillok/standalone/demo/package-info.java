/// The demo's parts.
@NullMarked
package io.sillok.standalone.demo;

import org.jspecify.annotations.NullMarked;
