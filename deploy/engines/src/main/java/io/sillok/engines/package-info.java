/// The engines of Sillok as child processes of one machine: each has a data folder, a log file and
/// a port on 127.0.0.1.
///
/// Start here: [Engines][io.sillok.engines.Engines] starts the three that the platform needs; one
/// alone is started by its own class, such as [KafkaEngine][io.sillok.engines.KafkaEngine].
@NullMarked
package io.sillok.engines;

import org.jspecify.annotations.NullMarked;
