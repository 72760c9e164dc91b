/// Amounts of money.
@NullMarked
package io.sillok.schemas.money;

import org.jspecify.annotations.NullMarked;
