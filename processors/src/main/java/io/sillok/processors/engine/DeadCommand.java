package io.sillok.processors.engine;

import io.sillok.schemas.operations.DeadLetter;
import io.sillok.schemas.personal.SealedText;
import io.sillok.schemas.wire.WireRecord;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/// Makes the dead letter of a command record. Key, headers and value are whole, unless key or
/// headers are of a size that no command of ours has: then they are cut, because as JSON they may
/// grow sixfold, and a dead letter must always fit on its topic. Personal data is taken out: dead
/// letters stay, and the key it travels under is not destroyed with the person's.
final class DeadCommand {

    private static final int LONGEST_KEY = 1_000;
    private static final int LONGEST_HEADER = 1_000;
    private static final int MOST_HEADERS = 50;

    private DeadCommand() {}

    static DeadLetter letter(
            String component, Deferred command, String reason, String detail, Instant now) {
        WireRecord record = command.record();
        return new DeadLetter(
                component,
                reason,
                detail,
                command.topic(),
                command.partition(),
                command.offset(),
                now,
                cut(record.key(), LONGEST_KEY),
                Limits.hasTooManyHeaders(record) ? cut(record.headers()) : record.headers(),
                Base64.getEncoder().encodeToString(SealedText.withhold(record.value())));
    }

    private static Map<String, String> cut(Map<String, String> headers) {
        Map<String, String> some = new LinkedHashMap<>();
        headers.entrySet().stream()
                .limit(MOST_HEADERS)
                .forEach(
                        header ->
                                some.put(
                                        cut(header.getKey(), LONGEST_HEADER),
                                        cut(header.getValue(), LONGEST_HEADER)));
        return some;
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }
}
