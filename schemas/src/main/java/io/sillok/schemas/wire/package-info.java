/// How messages become bytes: CloudEvents 1.0, Kafka binary mode, JSON values.
@NullMarked
package io.sillok.schemas.wire;

import org.jspecify.annotations.NullMarked;
