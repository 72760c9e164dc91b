/// What both APIs check callers against beside signatures: what was revoked, as the log tells it,
/// and which API keys there are, as the views tell it.
@NullMarked
package io.sillok.platform.access;

import org.jspecify.annotations.NullMarked;
