@NullMarked
package io.sillok.processors.catalog.scan;

import org.jspecify.annotations.NullMarked;
