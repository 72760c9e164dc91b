/// Tests of the ledger: a checker that cannot find a fault would be worth nothing.
@NullMarked
package io.sillok.platform.testkit.ledger;

import org.jspecify.annotations.NullMarked;
