/// What the catalog has of persons, for those who are erased.
@NullMarked
package io.sillok.processors.catalog.erasure;

import org.jspecify.annotations.NullMarked;
