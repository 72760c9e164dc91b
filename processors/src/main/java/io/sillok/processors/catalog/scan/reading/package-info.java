/// Reading documents in a process apart. Parsers of foreign formats hang, leak and run out of
/// memory on hostile files; here that costs a child process and nothing else.
///
/// [Readers] is the parent's side. The child's side begins at [ReaderMain]. They speak one JSON
/// line each way over the child's standard streams.
@NullMarked
package io.sillok.processors.catalog.scan.reading;

import org.jspecify.annotations.NullMarked;
