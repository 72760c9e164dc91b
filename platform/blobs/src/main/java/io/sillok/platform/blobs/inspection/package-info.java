/// Looks into a file before anybody trusts it: is it what it says it is, and does it hold anything
/// dangerous, however deeply packed.
@NullMarked
package io.sillok.platform.blobs.inspection;

import org.jspecify.annotations.NullMarked;
