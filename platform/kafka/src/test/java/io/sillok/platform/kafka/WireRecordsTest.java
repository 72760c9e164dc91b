package io.sillok.platform.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.sillok.schemas.wire.WireRecord;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

final class WireRecordsTest {

    private static final byte[] VALUE = "{\"name\":\"안녕\"}".getBytes(StandardCharsets.UTF_8);

    @Test
    void keepsKeyHeadersAndValue() {
        var headers = new LinkedHashMap<String, String>();
        headers.put("ce_id", "1");
        headers.put("ce_type", "안녕");
        var record = new WireRecord("categories", headers, VALUE);

        var sent = WireRecords.toProducer("topic", record);
        var got = WireRecords.of(sent.key(), sent.headers(), sent.value());

        assertThat(got.key()).isEqualTo("categories");
        assertThat(got.headers()).containsExactlyEntriesOf(headers);
        assertThat(got.value()).isEqualTo(VALUE);
        assertThat(sent.partition()).isNull();
    }

    @Test
    void readsARecordWithNothingInIt() {
        var got = WireRecords.of(new ConsumerRecord<>("topic", 0, 0, null, null));

        assertThat(got.key()).isEmpty();
        assertThat(got.headers()).isEmpty();
        assertThat(got.value()).isEmpty();
    }

    @Test
    void takesTheLastOfARepeatedHeaderAndAnEmptyOneAsEmpty() {
        var headers = new RecordHeaders();
        headers.add("a", "1".getBytes(StandardCharsets.UTF_8));
        headers.add("a", "2".getBytes(StandardCharsets.UTF_8));
        headers.add("b", null);

        var got = WireRecords.of(new byte[0], headers, VALUE);

        assertThat(got.headers()).isEqualTo(Map.of("a", "2", "b", ""));
    }
}
