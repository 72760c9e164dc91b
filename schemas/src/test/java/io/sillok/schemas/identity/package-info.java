/// Tests of the folds and values of identity.
@NullMarked
package io.sillok.schemas.identity;

import org.jspecify.annotations.NullMarked;
