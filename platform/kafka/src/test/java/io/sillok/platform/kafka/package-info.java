/// Tests of the Kafka machinery.
@NullMarked
package io.sillok.platform.kafka;

import org.jspecify.annotations.NullMarked;
