@NullMarked
package io.sillok.standalone.accounts;

import org.jspecify.annotations.NullMarked;
