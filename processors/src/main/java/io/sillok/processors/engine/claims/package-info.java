/// Unique values: what a boundary claims, and how it comes to hold it. Knows no topology.
@NullMarked
package io.sillok.processors.engine.claims;

import org.jspecify.annotations.NullMarked;
