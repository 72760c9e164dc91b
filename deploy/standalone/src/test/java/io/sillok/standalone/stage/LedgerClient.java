package io.sillok.standalone.stage;

import io.sillok.platform.testkit.ledger.Attempt;
import io.sillok.platform.testkit.ledger.Attempt.Outcome;
import io.sillok.platform.testkit.ledger.Ledger;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;

/// A client that writes down every command it sends and what it was told. Thread-safe.
public record LedgerClient(Client client, Ledger ledger) {

    /// Sends one command and records it.
    ///
    /// @param send sends it with the headers it is given
    /// @return the answer; empty when none came
    public Optional<Answer> attempt(
            String subject, OptionalLong expectedVersion, Function<String[], Answer> send) {
        String trace = trace();
        try {
            Answer answer = send.apply(headers(trace, expectedVersion));
            ledger.record(
                    new Attempt(
                            trace,
                            subject,
                            expectedVersion,
                            outcome(answer.status()),
                            answer.header("Command-Id"),
                            answer.status() + " " + reasonOf(answer)));
            return Optional.of(answer);
        } catch (UncheckedIOException cut) {
            ledger.record(
                    new Attempt(
                            trace,
                            subject,
                            expectedVersion,
                            Outcome.UNKNOWN,
                            Optional.empty(),
                            cut.getClass().getSimpleName()));
            return Optional.empty();
        }
    }

    private static String reasonOf(Answer answer) {
        return answer.status() < 400 || answer.bytes().length == 0 ? "" : answer.reason();
    }

    private static Outcome outcome(int status) {
        if (status == 202 || status >= 500) {
            return Outcome.UNKNOWN;
        }
        return status < 300 ? Outcome.OK : Outcome.REJECTED;
    }

    private static String[] headers(String trace, OptionalLong expectedVersion) {
        String[] traced = {"traceparent", "00-" + trace + "-00f067aa0ba902b7-01"};
        if (expectedVersion.isEmpty()) {
            return traced;
        }
        String[] all = Arrays.copyOf(traced, 4);
        all[2] = "If-Match";
        all[3] = "\"" + expectedVersion.getAsLong() + "\"";
        return all;
    }

    private static String trace() {
        byte[] bytes = new byte[16];
        ThreadLocalRandom.current().nextBytes(bytes);
        bytes[0] |= 1;
        return HexFormat.of().formatHex(bytes);
    }
}
