/// Keys of persons for tests.
@NullMarked
package io.sillok.platform.testkit.personal;

import org.jspecify.annotations.NullMarked;
