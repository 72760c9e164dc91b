/// HTTP out: the reads of the platform. It never writes to the log, the views or the files.
@NullMarked
package io.sillok.queryapi;

import org.jspecify.annotations.NullMarked;
