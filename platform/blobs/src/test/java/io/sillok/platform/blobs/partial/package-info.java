@NullMarked
package io.sillok.platform.blobs.partial;

import org.jspecify.annotations.NullMarked;
