/// Looking into the files of materials: once more for danger, with a virus scanner where there is
/// one, and then for what can be found in them.
@NullMarked
package io.sillok.processors.catalog.scan;

import org.jspecify.annotations.NullMarked;
