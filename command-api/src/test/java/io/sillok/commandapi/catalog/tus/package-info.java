@NullMarked
package io.sillok.commandapi.catalog.tus;

import org.jspecify.annotations.NullMarked;
