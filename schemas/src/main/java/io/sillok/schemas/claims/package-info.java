/// Unique values: one claim per value, at most one holder per claim.
@NullMarked
package io.sillok.schemas.claims;

import org.jspecify.annotations.NullMarked;
