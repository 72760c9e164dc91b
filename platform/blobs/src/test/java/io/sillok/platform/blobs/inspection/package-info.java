@NullMarked
package io.sillok.platform.blobs.inspection;

import org.jspecify.annotations.NullMarked;
