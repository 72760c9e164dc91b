/// Files that come in pieces, over many requests and restarts, until they are whole and can go into
/// the blob store.
@NullMarked
package io.sillok.platform.blobs.partial;

import org.jspecify.annotations.NullMarked;
