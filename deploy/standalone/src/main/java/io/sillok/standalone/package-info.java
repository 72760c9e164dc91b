/// The whole platform on one machine: its engines as child processes, its services in this JVM, and
/// the command line that starts, shows and checks them.
///
/// Start here: [Sillok][io.sillok.standalone.Sillok] is the program,
/// [Platform][io.sillok.standalone.Platform] the three services on engines that run already.
@NullMarked
package io.sillok.standalone;

import org.jspecify.annotations.NullMarked;
