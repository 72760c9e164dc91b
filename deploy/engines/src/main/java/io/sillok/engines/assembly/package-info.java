/// The part of the build that Maven plugins cannot do: it runs once, before the tests, and never in
/// the product.
@NullMarked
package io.sillok.engines.assembly;

import org.jspecify.annotations.NullMarked;
