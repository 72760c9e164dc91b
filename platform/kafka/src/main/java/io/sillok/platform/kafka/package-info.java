/// The log as every service meets it: settings, clients, topics, positions, health. Names no
/// domain.
@NullMarked
package io.sillok.platform.kafka;

import org.jspecify.annotations.NullMarked;
