/// What tests of every module share: reading the log whole, and holding the platform to its word.
@NullMarked
package io.sillok.platform.testkit;

import org.jspecify.annotations.NullMarked;
