/// Files as bytes: stored once under their SHA-256, on disk or in S3. Knows nothing of what they
/// mean.
@NullMarked
package io.sillok.platform.blobs;

import org.jspecify.annotations.NullMarked;
