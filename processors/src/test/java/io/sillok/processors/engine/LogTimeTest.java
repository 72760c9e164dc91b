package io.sillok.processors.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

final class LogTimeTest {

    @Test
    void isTheRecordsOwn() {
        assertThat(new LogTime().extract(at(7), 9)).isEqualTo(7);
    }

    @Test
    void isThatOfThePartitionWhereTheRecordHasNone() {
        assertThat(new LogTime().extract(at(-1), 9)).isEqualTo(9);
    }

    @Test
    void isNeverNegative() {
        assertThat(new LogTime().extract(at(-1), -1)).isZero();
    }

    private static ConsumerRecord<Object, Object> at(long timestamp) {
        return new ConsumerRecord<>(
                "topic",
                0,
                0,
                timestamp,
                TimestampType.CREATE_TIME,
                0,
                0,
                "key",
                "value",
                new RecordHeaders(),
                Optional.empty());
    }
}
