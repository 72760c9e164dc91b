@NullMarked
package io.sillok.processors.catalog.scan.reading;

import org.jspecify.annotations.NullMarked;
