@NullMarked
package io.sillok.platform.blobs;

import org.jspecify.annotations.NullMarked;
