/// Amounts of money, as messages and resources carry them.
@NullMarked
package io.sillok.schemas.money;

import org.jspecify.annotations.NullMarked;
