/// Tests of keys and ciphertexts.
@NullMarked
package io.sillok.schemas.personal;

import org.jspecify.annotations.NullMarked;
