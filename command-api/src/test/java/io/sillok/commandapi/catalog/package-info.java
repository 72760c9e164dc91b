@NullMarked
package io.sillok.commandapi.catalog;

import org.jspecify.annotations.NullMarked;
