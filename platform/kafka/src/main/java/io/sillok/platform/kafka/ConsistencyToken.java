package io.sillok.platform.kafka;

import static java.util.stream.Collectors.joining;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a caller has seen: records that a later read must include. Clients treat it as opaque.
///
/// Its text is the unpadded base64url form of `v1|epoch`, followed by `|topic|partition|offset` for
/// each position.
///
/// @param epoch of the log the positions belong to; in another log they mean nothing
public record ConsistencyToken(LogEpoch epoch, List<LogPosition> positions) {

    private static final String VERSION = "v1";
    private static final int LONGEST = 4_000;
    private static final int MOST_POSITIONS = 16;
    private static final Pattern SEPARATOR = Pattern.compile("\\|");

    public ConsistencyToken {
        if (positions.isEmpty() || positions.size() > MOST_POSITIONS) {
            throw new IllegalArgumentException("a token has 1 to 16 positions");
        }
        positions = List.copyOf(positions);
    }

    public static ConsistencyToken of(LogEpoch epoch, LogPosition position) {
        return new ConsistencyToken(epoch, List.of(position));
    }

    /// Reads what [#format()] wrote; empty when `text` is anything else.
    public static Optional<ConsistencyToken> parse(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text);
            return Optional.of(read(new String(bytes, StandardCharsets.UTF_8)))
                    .filter(token -> token.format().equals(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    public String format() {
        String plain =
                VERSION
                        + "|"
                        + epoch.value()
                        + positions.stream().map(ConsistencyToken::write).collect(joining());
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return format();
    }

    private static String write(LogPosition position) {
        return "|" + position.topic() + "|" + position.partition() + "|" + position.offset();
    }

    private static ConsistencyToken read(String plain) {
        String[] parts = SEPARATOR.split(plain, -1);
        if (parts.length % 3 != 2 || !parts[0].equals(VERSION)) {
            throw new IllegalArgumentException("not a token");
        }
        List<LogPosition> positions = new ArrayList<>();
        for (int i = 2; i < parts.length; i += 3) {
            positions.add(
                    new LogPosition(
                            parts[i],
                            Integer.parseInt(parts[i + 1]),
                            Long.parseLong(parts[i + 2])));
        }
        return new ConsistencyToken(new LogEpoch(parts[1]), positions);
    }
}
