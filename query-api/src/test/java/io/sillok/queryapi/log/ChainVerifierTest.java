package io.sillok.queryapi.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.sillok.queryapi.log.ChainBreak.Reason;
import io.sillok.queryapi.stage.Told;
import io.sillok.schemas.wire.Headers;
import io.sillok.schemas.wire.WireRecord;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ChainVerifierTest {

    private final List<WireRecord> records = new ArrayList<>(Told.twoCategories());

    @Test
    void findsNothingInAnHonestLog() {
        ChainReport report = verify();
        assertThat(report.isSound()).isTrue();
        assertThat(report.events()).isEqualTo(5);
        assertThat(report.subjects()).isEqualTo(2);
    }

    @Test
    void skipsSettlements() {
        records.add(2, Told.settlement());
        assertThat(verify().isSound()).isTrue();
        assertThat(verify().events()).isEqualTo(5);
    }

    @Test
    void findsAChangedValue() {
        WireRecord before = records.get(1);
        String changed = new String(before.value(), StandardCharsets.UTF_8).replace("둘", "셋");
        records.set(
                1,
                new WireRecord(
                        before.key(), before.headers(), changed.getBytes(StandardCharsets.UTF_8)));
        assertBreaks(Reason.CHAIN_MISMATCH);
        assertThat(verify().breaks().getFirst().offset()).isEqualTo(1);
    }

    @Test
    void findsAChangedActor() {
        records.set(0, with(records.get(0), Headers.ACTOR, "somebody-else"));
        assertBreaks(Reason.CHAIN_MISMATCH);
    }

    @Test
    void findsARemovedEvent() {
        var _ = records.remove(1);
        assertBreaks(Reason.SEQUENCE_GAP);
    }

    @Test
    void findsARepeatedEvent() {
        records.add(3, records.get(1));
        assertBreaks(Reason.SEQUENCE_REPEATED);
    }

    @Test
    void findsAMissingHeader() {
        var headers = new HashMap<>(records.get(4).headers());
        var _ = headers.remove(Headers.CHAIN);
        records.set(4, new WireRecord("categories", headers, records.get(4).value()));
        assertBreaks(Reason.HEADERS_UNREADABLE);
    }

    @Test
    void namesOnlyTheFirstBreaksButCountsAll() {
        WireRecord first = records.getFirst();
        records.addAll(Collections.nCopies(ChainVerifier.MOST_BREAKS + 5, first));
        ChainReport report = verify();
        assertThat(report.breaks()).hasSize(ChainVerifier.MOST_BREAKS);
        assertThat(report.broken()).isEqualTo(ChainVerifier.MOST_BREAKS + 5);
    }

    private void assertBreaks(Reason... reasons) {
        assertThat(verify().breaks()).extracting(ChainBreak::reason).containsExactly(reasons);
    }

    private ChainReport verify() {
        ChainVerifier verifier = new ChainVerifier();
        for (int i = 0; i < records.size(); i++) {
            verifier.accept(new LoggedRecord("events", 0, i, i, records.get(i)));
        }
        return verifier.report();
    }

    private static WireRecord with(WireRecord record, String header, String value) {
        Map<String, String> headers = new HashMap<>(record.headers());
        headers.put(header, value);
        return new WireRecord(record.key(), headers, record.value());
    }
}
