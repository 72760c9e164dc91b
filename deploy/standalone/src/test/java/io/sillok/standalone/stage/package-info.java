/// The stage of the end-to-end tests: real engines, the platform on them, and clients that keep a
/// ledger.
@NullMarked
package io.sillok.standalone.stage;

import org.jspecify.annotations.NullMarked;
