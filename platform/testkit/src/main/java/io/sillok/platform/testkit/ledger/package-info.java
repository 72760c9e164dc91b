/// The ledger: what clients were told, held against the log and the views afterwards.
@NullMarked
package io.sillok.platform.testkit.ledger;

import org.jspecify.annotations.NullMarked;
