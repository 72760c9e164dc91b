package io.sillok.standalone.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.sillok.standalone.stage.Person.Session;
import java.time.Duration;
import org.awaitility.Awaitility;

/// What tests of accounts expect of answers and sessions.
public final class Expectations {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Expectations() {}

    /// A refusal for this reason.
    public static void refused(Answer answer, int status, String code, String reason) {
        assertThat(answer.status()).as("%s", answer).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.reason()).isEqualTo(reason);
        assertThat(answer.json().path("incident_id").asText()).startsWith("INC-");
    }

    /// Both APIs believe the session's token.
    public static void counts(Session session) {
        assertThat(session.statusOfRead()).isEqualTo(200);
        assertThat(session.statusOfCommand()).isEqualTo(400);
    }

    /// Waits until both APIs refuse a token, and says how long that took.
    public static void becomesVoid(String why, Session session) {
        long begin = System.nanoTime();
        Awaitility.await()
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> session.statusOfRead() == 401 && session.statusOfCommand() == 401);
        Figures.line(
                "%s: refused by both APIs after %d ms"
                        .formatted(why, Duration.ofNanos(System.nanoTime() - begin).toMillis()));
    }
}
