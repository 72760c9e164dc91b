/// What can be set, where it is looked for, and what it comes to.
@NullMarked
package io.sillok.standalone.settings;

import org.jspecify.annotations.NullMarked;
