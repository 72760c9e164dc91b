/// Tests of the keys of persons.
@NullMarked
package io.sillok.platform.stores.personal;

import org.jspecify.annotations.NullMarked;
