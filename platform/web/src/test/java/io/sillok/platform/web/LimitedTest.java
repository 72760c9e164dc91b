package io.sillok.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.sillok.schemas.envelope.Role;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How often a resource of a running service may be asked.
final class LimitedTest {

    private static final String PATH = "/api/v1/echoes/counted";

    private final EchoService echo;

    LimitedTest(@TempDir Path folder) {
        echo = new EchoService(folder);
    }

    @AfterEach
    void stop() {
        echo.close();
    }

    private HttpResponse<String> ask() {
        return echo.send(echo.anonymous(PATH));
    }

    @Test
    void tellsWhatIsLeft() {
        var answer = ask();

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("RateLimit-Policy")).hasValue("\"echo\";q=2;w=60");
        assertThat(answer.headers().firstValue("RateLimit").orElseThrow())
                .matches("\"echo\";r=1;t=[0-9]+");
    }

    @Test
    void turnsAwayWhoAsksTooOften() {
        ask();
        ask();

        var answer = ask();

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(EchoService.json(answer.body()).path("code").asText()).isEqualTo("E4004");
        assertThat(EchoService.json(answer.body()).path("reason").asText())
                .isEqualTo("rate-limited");
        assertThat(answer.headers().firstValue("Retry-After").orElseThrow()).matches("[1-9][0-9]?");
        assertThat(answer.headers().firstValue("RateLimit").orElseThrow())
                .startsWith("\"echo\";r=0");
    }

    @Test
    void countsNothingElse() {
        ask();
        ask();
        ask();

        var answer =
                echo.send(echo.as("/api/v1/echoes/1", Set.of(Role.ADMIN), Set.of("audit:read")));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("RateLimit")).isEmpty();
    }
}
