/// What in a message belongs to a person, so that it can be forgotten.
@NullMarked
package io.sillok.schemas.personal;

import org.jspecify.annotations.NullMarked;
