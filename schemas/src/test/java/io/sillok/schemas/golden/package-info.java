/// Golden samples: messages of every released type as they stand on the log, kept for ever.
@NullMarked
package io.sillok.schemas.golden;

import org.jspecify.annotations.NullMarked;
