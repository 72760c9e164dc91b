/// Tests of envelopes, identities and chains.
@NullMarked
package io.sillok.schemas.envelope;

import org.jspecify.annotations.NullMarked;
