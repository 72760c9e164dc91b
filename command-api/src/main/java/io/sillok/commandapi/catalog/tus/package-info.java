/// The tus protocol for resumable uploads, version 1.0.0: its headers, without what an upload is
/// for.
@NullMarked
package io.sillok.commandapi.catalog.tus;

import org.jspecify.annotations.NullMarked;
